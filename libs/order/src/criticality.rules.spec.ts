import { effectiveCriticality, lowers } from './criticality.rules.js';

describe('the criticality of an order line', () => {
  it.each([
    ['low', null, 'low'], ['low', 'high', 'high'], ['middle', 'high', 'high'], ['high', 'low', 'high'], ['high', null, 'high'], [null, 'low', 'low'],
  ] as const)('specification %p, line %p: %p counts', (specification, line, counts) => expect(effectiveCriticality(specification, line)).toBe(counts));
  it('is middle when nobody has said anything', () => expect(effectiveCriticality(null, null)).toBe('middle'));
  it('can be raised and kept, never lowered', () =>
    expect([lowers('high', 'low'), lowers('middle', 'middle'), lowers(null, 'high'), lowers('low', 'middle')]).toEqual([false, false, false, true]));
});
