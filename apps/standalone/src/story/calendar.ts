const DAY = 86_400_000;
const JST = 9 * 3_600_000;

/** Working days of the story's month, counted back from today so that "late" is late on the day the example is loaded. */
export class StoryCalendar {
  private readonly days: Date[] = [];

  constructor(today: Date, howMany: number) {
    const midnight = Math.floor((today.getTime() + JST) / DAY) * DAY - JST; // 00:00 in Japan
    for (let at = midnight; this.days.length < howMany; at -= DAY) {
      const weekday = new Date(at + JST).getUTCDay();
      if (weekday !== 0 && weekday !== 6) this.days.unshift(new Date(at));
    }
  }

  /** The last working day is the day of loading or, on a weekend, the Friday before. */
  get last(): number {
    return this.days.length - 1;
  }

  /** Time of day in Japan on the n-th working day. */
  at(day: number, hour: number, minute = 0): Date {
    return new Date(this.days[day].getTime() + hour * 3_600_000 + minute * 60_000);
  }

  /** 'YYYY-MM-DD' in Japan, so many calendar days after the n-th working day. */
  date(day: number, plus = 0): string {
    return new Date(this.days[day].getTime() + plus * DAY + JST).toISOString().slice(0, 10);
  }
}
