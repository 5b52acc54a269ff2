import { parse } from 'csv-parse/sync';
import { LIMITS } from './limits.js';
import { Refusal } from './refusal.js';
import type { AnsweredSheet } from './refusal.js';
import { Tally } from './tally.js';

const DELIMITERS = [',', '\t', ';'];

/** UTF-8 or UTF-16 with a mark, UTF-8 without one, Shift_JIS (as Japanese Excel writes); comma, tab or semicolon. */
export function readCsv(file: Buffer): AnsweredSheet[] {
  const text = decode(file);
  const tally = new Tally();
  const rows: { number: number; cells: (string | number | boolean | null)[] }[] = [];
  for (const [index, record] of records(text).entries()) {
    const cells = tally.row(record.map(unmark));
    if (cells) rows.push({ number: index + 1, cells });
  }
  return [{ name: '', hidden: false, rows }];
}

function records(text: string): string[][] {
  try {
    return parse(text, { delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true, skip_empty_lines: false, bom: true, max_record_size: LIMITS.textTotal, to: LIMITS.rows * 2 });
  } catch {
    throw new Refusal('unreadable');
  }
}

/** The text of a file, or a refusal: bytes that no text has belong to a PDF, a picture or something else that was renamed. */
function decode(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return decoded(file, 'utf-16le');
  if (file.includes(0) || /^\s*(%PDF|<)/.test(file.toString('latin1', 0, 200).replace(/^\u00ef\u00bb\u00bf/, ''))) throw new Refusal('unknown_kind');
  try {
    return decoded(file, 'utf-8');
  } catch {
    return decoded(file, 'shift_jis');
  }
}

function decoded(file: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch {
    throw new Refusal('unknown_kind');
  }
}

/** The separator that the first written line has most of, outside quotes. */
function delimiterOf(text: string): string {
  const line = (/[^\r\n]+/.exec(text.slice(0, 20_000))?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/** The apostrophe that our own CSV puts before what a spreadsheet would run (`formulaSafe`) goes again. */
const unmark = (value: string): string => (/^'[=+\-@\t\r\n＝＋－＠]/.test(value) ? value.slice(1) : value);
