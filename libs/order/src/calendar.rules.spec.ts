import { addDays, addYears } from './calendar.rules.js';

describe('a calendar day', () => {
  it('counts over the end of a month, a year and a leap day', () =>
    expect([addDays('2026-12-31', 1), addDays('2028-02-28', 1), addDays('2026-03-01', -1)]).toEqual(['2027-01-01', '2028-02-29', '2026-02-28']));
  it('returns after years, a leap day as the first of March', () =>
    expect([addYears('2026-11-02', 7), addYears('2028-02-29', 7)]).toEqual(['2033-11-02', '2035-03-01']));
});
