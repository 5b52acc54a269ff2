import { NECESSITIES, acceptsCompensation, isMust, needsCondition } from './necessity.rules.js';

describe('necessity', () => {
  it('counts five forms as must and two as recommended', () => {
    expect(NECESSITIES.filter(isMust)).toEqual(['must', 'must_if', 'must_alt', 'must_unless', 'must_scaled']);
    expect(NECESSITIES.filter((form) => !isMust(form))).toEqual(['recommended', 'rec_scoped']);
  });
  it('takes a compensating measure as good by itself only where the form says so', () =>
    expect(NECESSITIES.filter(acceptsCompensation)).toEqual(['must_alt']));
  it('knows which forms mean nothing without a fact', () => expect(NECESSITIES.filter(needsCondition)).toEqual(['must_if', 'rec_scoped']));
});
