import type { BookCell, BookSheet } from './book.rules.js';

/** Points of one line of 10-point Japanese text, and the most a row may have (Excel). */
const [LINE, MOST] = [16.5, 409];
/** A title is set larger than the rest. */
const TALL = 27;

/** Points a row needs for its wrapped texts: a guess to start with, in half widths as columns are measured. */
export function rowHeight(row: readonly (BookCell | null)[], columns: BookSheet['columns']): number {
  if (row.some((cell) => cell?.look === 'title')) return TALL;
  const lines = row.map((cell, index) => (typeof cell?.value === 'string' && cell.look !== 'heading' && columns[index]?.hidden !== true ? linesOf(cell.value, columns[index]?.width ?? 8) : 1));
  return Math.min(MOST, Math.max(1, ...lines) * LINE + 2);
}

const linesOf = (text: string, width: number): number => text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(halfWidths(line) / Math.max(1, width - 1))), 0);

/** A Japanese character is as wide as two Latin ones. */
export const halfWidths = (text: string): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0xff ? 2 : 1), 0);
