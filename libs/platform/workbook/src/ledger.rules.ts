import type { CellValue } from './cell.rules.js';
import type { ReadSheet } from './read-sheet.rules.js';
import { columnName } from './cell.rules.js';
import { bareHeading, sameKey } from './match.rules.js';

/** One column of a ledger that goes out as a file and comes back. */
export interface LedgerColumn<F extends string = string> {
  readonly field: F;
  /** Key of its heading in our own files. */
  readonly label: string;
  /** Headings by which it is known, in any language; compared without blanks, width and case. */
  readonly names: readonly string[];
  /** Must stand in the file: without it nothing can be said about any row. */
  readonly needed?: boolean;
  /** Goes out for information and is not read back. */
  readonly outOnly?: boolean;
}

export interface LedgerRow<F extends string = string> {
  readonly sheet: string;
  /** As in the file, from 1. */
  readonly number: number;
  /** Only the columns that the sheet has: a column that is missing says nothing, an empty cell says *empty*. */
  readonly cells: Readonly<Partial<Record<F, CellValue>>>;
  /** Under the headings of its sheet. */
  readonly raw: readonly CellValue[];
}

export interface LedgerSheet { readonly name: string; readonly headings: readonly string[] }
export interface ReadLedger<F extends string = string> {
  readonly sheets: readonly LedgerSheet[];
  readonly rows: readonly LedgerRow<F>[];
  /** Headings nobody knows: said to the person, so that nothing is left out in silence. */
  readonly unread: readonly string[];
  /** Fields without which nothing can be read, when no sheet has them. */
  readonly missing: readonly LedgerColumn<F>[];
}

/** Heading of what we add to the rows we give back; it is not read. */
export const RESULT_HEADINGS = ['取込みの結果', 'Import result'];

/** A title may stand above the table, and a date, and a department. */
const HEAD_ROWS = 40;
/** Fewer known headings in one row are a coincidence. */
const LEAST = 3;

interface Head<F extends string> { readonly at: number; readonly fields: ReadonlyMap<number, F>; readonly headings: readonly string[] }

/** Finds the table on every visible sheet and gives its rows by field. Sheets without one (instructions) are passed over. */
export function readLedger<F extends string>(sheets: readonly ReadSheet[], columns: readonly LedgerColumn<F>[]): ReadLedger<F> {
  const found = sheets.filter(({ hidden }) => !hidden).flatMap((sheet) => {
    const head = headOf(sheet, columns);
    return head ? [{ sheet, head }] : [];
  });
  const complete = found.filter(({ head }) => missingIn(head, columns).length === 0);
  const best = found.map(({ head }) => missingIn(head, columns)).sort((a, b) => a.length - b.length)[0];
  return {
    sheets: complete.map(({ sheet, head }) => ({ name: sheet.name, headings: head.headings })),
    rows: complete.flatMap(({ sheet, head }) => rowsOf(sheet, head)),
    unread: [...new Set(complete.flatMap(({ head }) => head.headings.filter((heading, index) => heading !== '' && heading !== '#' && !RESULT_HEADINGS.includes(heading) && !head.fields.has(index))))],
    missing: complete.length > 0 ? [] : best ?? columns.filter(({ needed }) => needed),
  };
}

const missingIn = <F extends string>({ fields }: Head<F>, columns: readonly LedgerColumn<F>[]): LedgerColumn<F>[] =>
  columns.filter(({ field, needed }) => needed && ![...fields.values()].includes(field));

function headOf<F extends string>({ rows }: ReadSheet, columns: readonly LedgerColumn<F>[]): Head<F> | null {
  const heads = rows.slice(0, HEAD_ROWS).map((row, at): Head<F> => {
    const headings = row.cells.map((cell) => String(cell ?? '').trim());
    return { at, headings, fields: fieldsOf(headings, columns) };
  });
  const [best] = heads.filter(({ fields }) => fields.size >= LEAST).sort((a, b) => b.fields.size - a.fields.size || a.at - b.at);
  return best ?? null;
}

/** A heading as it stands first; then the same without what stands in brackets: 数量（個） is 数量. */
function fieldsOf<F extends string>(headings: readonly string[], columns: readonly LedgerColumn<F>[]): Map<number, F> {
  const known = new Map(columns.flatMap(({ field, names }) => names.map((name): [string, F] => [sameKey(name), field])));
  const fields = new Map<number, F>();
  for (const key of [sameKey, (heading: string) => sameKey(bareHeading(heading))]) {
    headings.forEach((heading, index) => {
      const field = known.get(key(heading));
      if (field !== undefined && !fields.has(index) && ![...fields.values()].includes(field)) fields.set(index, field);
    });
  }
  return fields;
}

function rowsOf<F extends string>({ name, rows }: ReadSheet, { at, fields, headings }: Head<F>): LedgerRow<F>[] {
  return rows.slice(at + 1).flatMap((row) => {
    const cells = Object.fromEntries([...fields].map(([index, field]) => [field, row.cells[index] ?? null])) as LedgerRow<F>['cells'];
    const blank = Object.values<CellValue | undefined>(cells).every((value) => value === null || value === undefined || String(value).trim() === '');
    const repeated = [...fields.keys()].filter((index) => String(row.cells[index] ?? '').trim() === headings[index]).length >= LEAST;
    return blank || repeated ? [] : [{ sheet: name, number: row.number, cells, raw: headings.map((_, index) => row.cells[index] ?? null) }];
  });
}

/** The letter of the column that a field stands in, under these headings. */
export function columnOf<F extends string>(field: F, headings: readonly string[], columns: readonly LedgerColumn<F>[]): string | null {
  const found = [...fieldsOf(headings, columns)].find(([, one]) => one === field);
  return found ? columnName(found[0]) : null;
}
