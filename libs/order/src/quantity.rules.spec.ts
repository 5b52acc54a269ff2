import { isQuantity, openQuantity, sumQuantities } from './quantity.rules.js';

describe('a quantity', () => {
  it.each([[1, true], [0.001, true], [12.345, true], [0, false], [-1, false], [0.0001, false], [Number.NaN, false], [Infinity, false], [1e10, false]])(
    '%p: %p', (value, expected) => expect(isQuantity(value)).toBe(expected));
  it('is summed without the dust of binary fractions', () => expect(sumQuantities([0.1, 0.2])).toBe(0.3));
  it('still open is what was ordered less what came, never below zero', () =>
    expect([openQuantity(10, [3, 4]), openQuantity(0.3, [0.1, 0.2]), openQuantity(5, [6])]).toEqual([3, 0, 0]));
});
