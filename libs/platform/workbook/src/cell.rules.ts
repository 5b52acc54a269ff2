/** What a cell of somebody's file holds. Days come as 'YYYY-MM-DD' (with a time of day: 'YYYY-MM-DD HH:mm'), formulas as the value last seen by the writer. */
export type CellValue = string | number | boolean | null;

/** Serial numbers that people mean as days: 1927 to 2173. A smaller or larger number is a number. */
const [FIRST_SERIAL, LAST_SERIAL] = [10_000, 100_000];
const UNIX_EPOCH_SERIAL = 25_569;
const DAY_MS = 86_400_000;
/** Western year before the first year of the era (元号法). */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925 };
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const WESTERN = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const JAPANESE = /^(令和|平成|昭和|[RHS])\s*(\d{1,2}|元)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/i;
const ENGLISH = /^(\d{1,2})[ -]([a-z]{3})[a-z]*\.?,?[ -](\d{4})$/i;
const AMERICAN = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})$/i;

/** 'YYYY-MM-DD'; null for blank; undefined when it is no day. A day without a year, or 11/20/2026 (whose order nobody knows), is no day. */
export function readDay(value: CellValue): string | null | undefined {
  if (value === null || (typeof value === 'string' && value.trim() === '')) return null;
  if (typeof value === 'number') return numberAsDay(value);
  return typeof value === 'string' ? textAsDay(value) : undefined;
}

function numberAsDay(value: number): string | undefined {
  if (value >= FIRST_SERIAL && value <= LAST_SERIAL) return new Date((Math.floor(value) - UNIX_EPOCH_SERIAL) * DAY_MS).toISOString().slice(0, 10);
  return Number.isInteger(value) ? textAsDay(String(value)) : undefined;
}

function textAsDay(value: string): string | undefined {
  const text = value.normalize('NFKC').trim()
    .replace(/[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '') // a time of day behind it
    .replace(/\s*\(.{1,3}\)$/, '').trim(); // a weekday behind it
  const western = WESTERN.exec(text) ?? COMPACT.exec(text);
  if (western) return day(Number(western[1]), Number(western[2]), Number(western[3]));
  const japanese = JAPANESE.exec(text);
  if (japanese) return day(ERAS[japanese[1]!.toUpperCase()]! + (japanese[2] === '元' ? 1 : Number(japanese[2])), Number(japanese[3]), Number(japanese[4]));
  const english = ENGLISH.exec(text);
  if (english) return day(Number(english[3]), monthOf(english[2]!), Number(english[1]));
  const american = AMERICAN.exec(text);
  return american ? day(Number(american[3]), monthOf(american[1]!), Number(american[2])) : undefined;
}

const monthOf = (name: string): number => MONTHS.indexOf(name.toLowerCase()) + 1;

/** A day of the calendar, or nothing: 2026-02-30 is refused, not moved to March. */
function day(year: number, month: number, date: number): string | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
}

/** 1,234 １２３４ ¥1,234 1,234円 ▲500 (500) → a number; null for blank; undefined when it is no amount. */
export function readAmount(value: CellValue): number | null | undefined {
  if (value === null) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'boolean') return undefined;
  const text = value.normalize('NFKC').replace(/[−‐]/g, '-').replace(/\s/g, '');
  if (text === '') return null;
  const found = /^([-+▲△(]?)[¥\\]?([-+]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?円?(\)?)$/.exec(text);
  if (!found || (found[1] === '(') !== (found[5] === ')') || (found[1] && found[2])) return undefined;
  const amount = Number(found[3]!.replaceAll(',', '') + (found[4] ?? ''));
  return /[-▲△(]/.test(found[1]! + found[2]!) ? -amount : amount;
}

/** One line of text: outer blanks and line breaks go, full-width blanks inside stay; '' for blank. A number or a switch as the sheet shows it. */
export function readLine(value: CellValue): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value ?? '').replace(/\s*[\r\n]+\s*/g, ' ').trim();
}

/** Text of several lines: trimmed, line breaks kept as \n. */
export function readText(value: CellValue): string {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').replace(/[ \t]+$/gm, '').trim() : readLine(value);
}

/** 0 → A, 26 → AA: the column as the sheet names it. */
export function columnName(index: number): string {
  return (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}
