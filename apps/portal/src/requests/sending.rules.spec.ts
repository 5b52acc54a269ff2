import type { DomainError } from '@platform-pure/errors';
import { checkSending, inputFor, noteOf, said } from './sending.rules.js';

const typed = {
  specification: 'e', site: ['s1', 's2'], recipients: ['a@x.jp b@x.jp', ''], dueOn: '2026-12-20', noteJa: 'お願いします', noteEn: 'Please answer', secrets: 'no', stoppage: 'yes', reach: 'no', level: '4', sending: 'x' };
const problems = (change: object): string[] => {
  try {
    checkSending(said({ ...typed, ...change }, { remote: true }), ['remote'], '2026-11-20');
    return [];
  } catch (error) {
    return (error as DomainError).fields.map(({ field, code }) => `${field}: ${code}`);
  }
};

describe('what a sending form says', () => {
  it('is the same for every addressee but for who it goes to', () => {
    const form = said(typed, { remote: true });
    expect(inputFor(form, 's1', false)).toMatchObject({ supplierSiteId: 's1', recipients: ['a@x.jp', 'b@x.jp'], note: 'お願いします\n\nPlease answer', sendingId: 'x', levelDecision: { secrets: false, stoppage: true, reach: false, level: 4 } });
    expect(inputFor(form, 's2', true)).toMatchObject({ ownSiteId: 's2', recipients: [] });
    expect(inputFor(form, 's2', true)).not.toHaveProperty('supplierSiteId');
  });

  it('has a note in one language, both, or none', () => expect([noteOf(' ', undefined), noteOf('あ', ' '), noteOf(undefined, 'a')]).toEqual([null, 'あ', 'a']));

  it('is refused as the verb would, at the fields of the form', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ dueOn: '2026-11-20', secrets: '', level: '3' })).toEqual([
      'dueOn: request.due_not_in_future', 'secrets: common.choose_one', 'levelReason: request.level_needs_reason']);
    expect(problems({ recipients: ['', 'nobody'] })).toEqual(['recipients-1: common.not_email']);
  });

  it('must state every fact that a condition tests', () => {
    expect(() => checkSending(said(typed, {}), ['remote'], '2026-11-20')).toThrow(expect.objectContaining({ fields: [expect.objectContaining({ field: 'fact_remote' })] }) as Error);
  });
});
