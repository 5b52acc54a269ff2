import { paymentDaysLeft, paymentDueOn, termsAllowed } from './payment.rules.js';

describe('the payment clock', () => {
  it('counts the day of receipt as the first of at most 60 days', () => {
    expect(paymentDueOn('2026-04-01', 60)).toBe('2026-05-30');
    expect(paymentDueOn('2026-04-01', 1)).toBe('2026-04-01');
  });
  it.each([[60, true], [1, true], [61, false], [0, false], [30.5, false], [Number.NaN, false]])('terms of %p days: %p', (days, allowed) =>
    expect(termsAllowed(days)).toBe(allowed));
  it('says how many days are left, today included, and by how many it is late', () =>
    expect([paymentDaysLeft('2026-05-30', '2026-05-30'), paymentDaysLeft('2026-05-30', '2026-05-01'), paymentDaysLeft('2026-05-30', '2026-06-01')]).toEqual([1, 30, -1]));
});
