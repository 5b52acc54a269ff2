import { StoryCalendar } from './calendar.js';

describe("the story's month", () => {
  const sunday = new StoryCalendar(new Date('2026-11-22T03:00:00Z'), 24);

  it('has working days only, and ends on the last one before the day it is played', () => {
    expect(sunday.date(sunday.last)).toBe('2026-11-20');
    expect(sunday.date(sunday.last - 5)).toBe('2026-11-13');
    for (let day = 0; day <= sunday.last; day += 1) expect([0, 6]).not.toContain(new Date(`${sunday.date(day)}T00:00:00Z`).getUTCDay());
  });
  it('tells the time in Japan', () => expect(sunday.at(sunday.last, 9, 30).toISOString()).toBe('2026-11-20T00:30:00.000Z'));
  it('takes the Japanese day just after midnight in Japan', () =>
    expect(new StoryCalendar(new Date('2026-11-19T15:10:00Z'), 2).date(1)).toBe('2026-11-20'));
});
