import { deliveryState, mayReturn } from './delivery.states.js';

const at = new Date('2026-11-10T00:00:00Z');

describe('a lot', () => {
  it.each([
    [null, null, 'received', true],
    ['passed', null, 'passed', false],
    ['rejected', null, 'rejected', true],
    [null, at, 'returned', false],
    ['rejected', at, 'returned', false],
  ] as const)('with verdict %p, returned %p, is %s; can be returned: %p', (verdict, returnedAt, state, returnable) => {
    expect(deliveryState({ verdict, returnedAt })).toBe(state);
    expect(mayReturn({ verdict, returnedAt })).toBe(returnable);
  });
});
