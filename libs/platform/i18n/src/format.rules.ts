import type { Language } from '@platform-pure/tenancy';

/** Where nobody said otherwise, times are Japanese time (design §6). */
export const DEFAULT_ZONE = 'Asia/Tokyo';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const ZONE_NAMES: Readonly<Record<string, string>> = { 'Asia/Tokyo': 'JST', UTC: 'UTC', 'Etc/UTC': 'UTC' };
const SIZE_UNITS = ['KB', 'MB', 'GB', 'TB'];

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: string;
}

/**
 * 2026年11月20日 / 20 Nov 2026. A 'YYYY-MM-DD' string is a calendar date and is never shifted by a zone; a Date (or ISO instant) is
 * the day it is in `zone`.
 * @throws RangeError for something that is not a date.
 */
export function formatDate(value: Date | string, language: Language, zone: string = DEFAULT_ZONE): string {
  const { year, month, day } = typeof value === 'string' ? (calendarDate(value) ?? instant(value, zone)) : instant(value, zone);
  return language === 'ja' ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1]} ${year}`;
}

/**
 * 2026年11月20日 14:05 JST / 20 Nov 2026 14:05 JST. The zone is always shown: these times are read as proof.
 * @throws RangeError for something that is not an instant.
 */
export function formatDateTime(value: Date | string, language: Language, zone: string = DEFAULT_ZONE): string {
  return `${formatDate(toDate(value), language, zone)} ${instant(value, zone).time} ${zoneName(toDate(value), zone)}`;
}

export function formatNumber(value: number, language: Language, digits?: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`Not a number to print: ${value}`);
  const fixed = digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(language, fixed).format(value);
}

/** Bytes in steps of 1024, as the file managers of the people who upload show them. */
export function formatFileSize(bytes: number, language: Language): string {
  if (!Number.isFinite(bytes) || bytes < 0) throw new RangeError(`Not a file size: ${bytes}`);
  if (bytes < 1024) return `${formatNumber(bytes, language)} B`;
  let size = bytes / 1024;
  let unit = 0;
  // 1023.95 would print as 1,024.0: move on to the next unit before rounding says so.
  while (size >= 1023.95 && unit < SIZE_UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${formatNumber(size, language, 1)} ${SIZE_UNITS[unit]}`;
}

function calendarDate(value: string): Parts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const check = new Date(Date.UTC(year, month - 1, day));
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day) throw new RangeError(`Not a date: ${value}`);
  return { year, month, day, time: '' };
}

/** Making one takes a thousand times as long as using it, and a page of 300 answers uses it 600 times; there are as many as zones. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** @throws RangeError for an unknown zone. */
function partsIn(zone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(zone) ?? new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit',
  });
  FORMATS.set(zone, known);
  return known;
}

function instant(value: Date | string, zone: string): Parts {
  const parts = Object.fromEntries(partsIn(zone).formatToParts(toDate(value)).map((part) => [part.type, part.value]));
  return { year: Number(parts['year']), month: Number(parts['month']), day: Number(parts['day']), time: `${parts['hour']}:${parts['minute']}` };
}

function toDate(value: Date | string): Date {
  const date = typeof value === 'string' ? new Date(value) : value;
  if (Number.isNaN(date.getTime())) throw new RangeError(`Not a date: ${String(value)}`);
  return date;
}

function zoneName(date: Date, zone: string): string {
  const known = ZONE_NAMES[zone];
  if (known) return known;
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' }).formatToParts(date);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
