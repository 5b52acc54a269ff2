import type { AnswerScale } from '@pure/catalog';
import type { CellValue } from '@platform-pure/workbook';
import { optionsOf, readAnswer } from '../answer-kinds/index.js';
import type { AnswerValue } from '../answer-kinds/index.js';

/** Signs and words that people use for the same thing; a circle, a triangle and a cross are yes, partly and no in any Japanese form. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  yes: ['y', '○', '〇', '◯'], partly: ['△', '一部はい', 'partially'], no: ['n', '×', '✕', '✖'],
  not_applicable: ['n/a', 'na', '該当なし', '非該当', '該当しない'], unknown: ['分からない', '不明', 'unknown', 'dont know', 'do not know'],
};

/** Width, case, blanks and punctuation do not count: ３ is 3, Don’t know is dont know. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s'’"“”.,、。:;：()（）]/g, '');

/** The answer behind a cell: a word of the list in either language, its number, or a usual sign. Null for blank, undefined for anything else. */
export function answerOfWord(scale: AnswerScale, cell: CellValue, reason: string): AnswerValue | null | undefined {
  const word = plain(cell === null || typeof cell === 'boolean' ? '' : String(cell));
  if (word === '') return typeof cell === 'boolean' ? undefined : null;
  const found = optionsOf(scale).find(({ value, label }) => spellings(value, label.ja, label.en).includes(word));
  return found && readAnswer(scale, found.value, reason);
}

function spellings(value: string, ja: string, en: string): string[] {
  const numbered = /^\d+$/.test(value) ? [`レベル${value}`, `level ${value}`, ...[ja, en].map((label) => label.replace(/^\d+\s*/, ''))] : [];
  return [value, ja, en, ...numbered, ...(ALSO[value] ?? [])].map(plain);
}
