import type { ImportPreview } from '@platform/workbook';
import { messageKeyOf } from '@platform-pure/errors';
import { countOutcomes, willBeWritten } from '@platform-pure/workbook';
import type { ImportOutcome, LedgerColumn, PlainValue, PlannedRow, RowProblem } from '@platform-pure/workbook';
import type { StatusView } from '@pure/insight';
import { day, number, phrase, table, words } from '../web/cells.view.js';
import type { Cell, TableView } from '../web/cells.view.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';

/** What an import page must know of its ledger. */
export interface LedgerWords {
  /** `/suppliers/import` */
  readonly path: string;
  /** Where the ledger is read. */
  readonly list: string;
  readonly columns: readonly LedgerColumn[];
  /** Key of the word of a field's value; null for one that is shown as it stands. */
  word(field: string, value: PlainValue): string | null;
}

export interface ImportView {
  readonly id: string;
  readonly path: string;
  readonly list: string;
  readonly fileName: string;
  readonly committed: boolean;
  readonly counts: readonly { readonly status: StatusView; readonly count: number }[];
  /** Rows that the commit writes, or wrote. */
  readonly writable: number;
  /** Rows that are given back in a file. */
  readonly refused: number;
  readonly refusals: TableView | null;
  readonly conflicts: TableView | null;
  readonly changes: TableView | null;
  readonly added: TableView | null;
  readonly unread: TextRef | null;
}

/** Lines of one table; the file of refused rows, and the ledger itself, have all of them. */
const SHOWN = 300;
const TONES: Readonly<Record<ImportOutcome, StatusView['tone']>> = { faulty: 'stop', conflict: 'late', new: 'info', changed: 'back', unchanged: 'none' };

export function importView(preview: ImportPreview, ledger: LedgerWords): ImportView {
  const { rows, committedAt } = preview;
  const [counts, committed] = [countOutcomes(rows), committedAt !== null];
  const of = (outcome: ImportOutcome): readonly PlannedRow[] => rows.filter((row) => row.outcome === outcome);
  const some = (outcome: ImportOutcome, draw: (rows: readonly PlannedRow[], ledger: LedgerWords) => TableView): TableView | null => counts[outcome] > 0 ? draw(of(outcome), ledger) : null;
  return {
    id: preview.id, path: ledger.path, list: ledger.list, fileName: preview.fileName, committed,
    counts: (['new', 'changed', 'unchanged', 'conflict', 'faulty'] as const).map((outcome) => ({ status: { tone: counts[outcome] > 0 ? TONES[outcome] : 'none', key: `portal_imports.${committed ? 'done' : 'will'}.${outcome}` }, count: counts[outcome] })),
    writable: rows.filter(willBeWritten).length, refused: counts.faulty + counts.conflict,
    refusals: some('faulty', refusalTable), conflicts: some('conflict', conflictTable), changes: some('changed', changeTable), added: some('new', addedTable),
    unread: preview.unread.length > 0 ? text('portal_imports.unread', { headings: preview.unread.map((heading) => `「${heading}」`).join('') }) : null,
  };
}

/** Where people find it in their own file. */
const place = ({ sheet, number: row }: PlannedRow): Cell => sheet === '' ? phrase('portal_imports.row', { row }) : phrase('portal_imports.sheet_row', { sheet, row });
const labelOf = (field: string | null, { columns }: LedgerWords): Cell => {
  const label = columns.find((column) => column.field === field)?.label;
  return label ? phrase(label) : phrase('portal_imports.whole_row');
};
const said = ({ code, params }: RowProblem): Cell => phrase(messageKeyOf(code), params);

export function valueCell(field: string, value: PlainValue, ledger: LedgerWords): Cell {
  if (value === null || value === '') return phrase('portal_imports.blank');
  const key = ledger.word(field, value);
  if (key) return phrase(key);
  if (typeof value === 'number') return number(value);
  return /^\d{4}-\d\d-\d\d$/.test(String(value)) ? day(String(value)) : words(String(value));
}

function refusalTable(rows: readonly PlannedRow[], ledger: LedgerWords): TableView {
  const lines = rows.flatMap((row) => row.problems.map((problem) => [place(row), words(row.name), labelOf(problem.field, ledger), said(problem)]));
  return table('portal_imports.refusals', ['portal_imports.place', 'portal_imports.object', 'portal_imports.column', 'portal_imports.reason'], lines, 'portal_imports.nothing', SHOWN);
}

/** Nothing is overwritten: what stands in the ledger beside what the file says. */
function conflictTable(rows: readonly PlannedRow[], ledger: LedgerWords): TableView {
  const lines = rows.flatMap((row) => {
    const [reason] = row.problems.map(said);
    const values = row.changes.length > 0 ? row.changes : [{ field: '', before: null, after: null }];
    return values.map(({ field, before, after }) => [
      place(row), words(row.name), reason ?? words(''), labelOf(field, ledger), ...(field === '' ? [words(''), words('')] : [valueCell(field, before, ledger), valueCell(field, after, ledger)])]);
  });
  const columns = ['portal_imports.place', 'portal_imports.object', 'portal_imports.reason', 'portal_imports.column', 'portal_imports.in_ledger', 'portal_imports.in_file'];
  return table('portal_imports.conflicts', columns, lines, 'portal_imports.nothing', SHOWN);
}

function changeTable(rows: readonly PlannedRow[], ledger: LedgerWords): TableView {
  const lines = rows.flatMap((row) => row.changes.map(({ field, before, after }) =>
    [place(row), words(row.name), labelOf(field, ledger), valueCell(field, before, ledger), valueCell(field, after, ledger)]));
  return table('portal_imports.changes', ['portal_imports.place', 'portal_imports.object', 'portal_imports.column', 'portal_imports.before', 'portal_imports.after'], lines, 'portal_imports.nothing', SHOWN);
}

function addedTable(rows: readonly PlannedRow[]): TableView {
  return table('portal_imports.added', ['portal_imports.place', 'portal_imports.object'], rows.map((row) => [place(row), words(row.name)]), 'portal_imports.nothing', SHOWN);
}

/** The refused rows as they came, with what is wrong in a column more: corrected there and sent again. */
export function refusedFile({ sheets, rows }: ImportPreview, ledger: LedgerWords, say: (text: TextRef) => string): TableView {
  const headings = [...new Set(sheets.flatMap((sheet) => sheet.headings))].filter((heading) => heading !== '');
  const lines = rows.filter(({ outcome }) => outcome === 'faulty' || outcome === 'conflict').map((row) => {
    const own = sheets.find(({ name }) => name === row.sheet)?.headings ?? [];
    const reasons = row.problems.map((problem) => {
      const label = ledger.columns.find(({ field }) => field === problem.field)?.label;
      return `${label ? `${say(text(label))}: ` : ''}${say(text(messageKeyOf(problem.code), problem.params))}`;
    });
    return [...headings.map((heading) => rawCell(row.raw[own.indexOf(heading)])), words(reasons.join(' / '))];
  });
  const { columns, ...rest } = table('portal_imports.refusals', [...headings.map(() => 'portal_imports.heading'), 'portal_imports.result'], lines, 'portal_imports.nothing', lines.length);
  return { ...rest, columns: columns.map((column, index) => index < headings.length ? { ...column, label: text('portal_imports.heading', { heading: headings[index] }) } : column) };
}

const rawCell = (value: string | number | boolean | null | undefined): Cell => typeof value === 'number' ? number(value) : words(String(value ?? ''));
