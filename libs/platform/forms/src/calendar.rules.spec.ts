import { isCalendarDate, localDate } from './calendar.rules.js';

describe('calendar days', () => {
  it('are counted in the zone of the organisation, not in UTC', () => {
    const instant = new Date('2026-11-02T23:30:00Z');
    expect(localDate(instant, 'Asia/Tokyo')).toBe('2026-11-03');
    expect(localDate(instant, 'UTC')).toBe('2026-11-02');
  });

  it('exist', () => {
    expect(isCalendarDate('2028-02-29')).toBe(true);
    expect(isCalendarDate('2027-02-29')).toBe(false);
    expect(isCalendarDate('2027-2-3')).toBe(false);
    expect(isCalendarDate('0000-01-01')).toBe(false);
    expect(isCalendarDate(undefined)).toBe(false);
  });
});
