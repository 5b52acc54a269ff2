import { readLine } from './cell.rules.js';
import type { CellValue } from './cell.rules.js';

/** How two spellings of one code, name or heading are known to be the same: width, case and blanks do not count. For comparing only; what was typed is kept. */
export function sameKey(value: string): string {
  return value.normalize('NFKC').replace(/[\s*※]/g, '').toLowerCase();
}

/** A heading without what stands in brackets. */
export const bareHeading = (heading: string): string => heading.normalize('NFKC').replace(/\([^)]*\)/g, '');

/** Undoes the mark that `formulaSafe` puts before a text in a CSV, so that out and in again changes nothing. */
export const unmarked = (value: string): string => /^'[=+\-@＝＋－＠]/.test(value) ? value.slice(1) : value;

/** One of several choices by the words a file may use for it; null for blank, undefined for a word nobody knows. */
export function readChoice<T extends string>(value: CellValue, words: Readonly<Record<T, readonly string[]>>): T | null | undefined {
  const said = sameKey(unmarked(readLine(value)));
  if (said === '') return null;
  return (Object.keys(words) as T[]).find((choice) => sameKey(choice) === said || words[choice].some((word) => sameKey(word) === said));
}

const YES = ['はい', '有', 'あり', '有り', '該当', '○', '〇', '◯', '✓', '✔', 'レ', 'yes', 'y', 'true', '1', '要'];
const NO = ['いいえ', '無', 'なし', '無し', '非該当', '×', '✕', '-', '－', '―', 'no', 'n', 'false', '0', 'none', '不要'];

/** はい/いいえ, あり/なし, ○/×; null for blank, undefined for anything else. */
export function readSwitch(value: CellValue): boolean | null | undefined {
  const said = readChoice(value, { yes: YES, no: NO });
  return said === null || said === undefined ? said : said === 'yes';
}
