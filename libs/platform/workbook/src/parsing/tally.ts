import { LIMITS } from './limits.js';
import { Refusal } from './refusal.js';

type Cell = string | number | boolean | null;

/** Counts what is kept of a file and stops at the limits; cleans every text of what neither a database nor a page can hold. */
export class Tally {
  private rows = 0;
  private cells = 0;
  private text = 0;

  /** The row without trailing blanks, or null when nothing is in it. */
  row(values: readonly unknown[]): Cell[] | null {
    const cells = values.map((value) => this.cell(value));
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    if (cells.length === 0) return null;
    if (++this.rows > LIMITS.rows || cells.length > LIMITS.columns) throw new Refusal('too_large');
    return cells;
  }

  private cell(value: unknown): Cell {
    const read = plain(value);
    if (read === null) return null;
    if (++this.cells > LIMITS.cells) throw new Refusal('too_large');
    if (typeof read !== 'string') return read;
    this.text += read.length;
    if (read.length > LIMITS.textLength || this.text > LIMITS.textTotal) throw new Refusal('too_large');
    return read;
  }
}

function plain(value: unknown): Cell {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value instanceof Date) return dayOf(value);
  return typeof value === 'string' && value.trim() !== '' ? cleanText(value) : null;
}

/** Line breaks as \n; no NUL, no other control characters, no half surrogates. */
export function cleanText(value: string): string {
  return value.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').toWellFormed();
}

/** The library gives the day of the sheet as UTC midnight; a time without a day is in 1899. */
function dayOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return '#NUM!';
  const [day, time] = date.toISOString().split('T') as [string, string];
  const minutes = time.slice(0, 5);
  if (date.getUTCFullYear() < 1900) return minutes;
  return minutes === '00:00' ? day : `${day} ${minutes}`;
}
