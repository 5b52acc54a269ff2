/**
 * The calendar day of an instant in an organisation's zone, 'YYYY-MM-DD'. Dates of business (registered, due, received) are days there:
 * at 08:00 in Japan the day in UTC is still yesterday.
 * @throws RangeError for an unknown zone.
 */
export function localDate(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(instant);
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** True for an existing day written 'YYYY-MM-DD'; such texts compare as dates. */
export function isCalendarDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(value)) return false; // there is no year zero, and PostgreSQL refuses it
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
