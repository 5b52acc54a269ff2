import type { StatusView } from '@pure/insight';
import { text } from './text.rules.js';
import type { TextRef } from './text.rules.js';

interface Both { readonly ja: string; readonly en: string }

/** One value as it is shown; the partial `portal/cell` knows how. Days are 'YYYY-MM-DD', instants ISO or Date. */
export type Cell =
  | { readonly kind: 'link'; readonly text: Both; readonly href: string | null; readonly sub: Both | null; readonly numbered: boolean; readonly subNumbered: boolean }
  | { readonly kind: 'day'; readonly day: string | null }
  | { readonly kind: 'instant'; readonly at: Date | string | null }
  | { readonly kind: 'status'; readonly tone: StatusView['tone']; readonly key: string }
  /** One word, kept on one line; a phrase may break. */
  | { readonly kind: 'word' | 'phrase'; readonly word: TextRef }
  | { readonly kind: 'number'; readonly value: number | null; readonly unit: string }
  | { readonly kind: 'size'; readonly bytes: number }
  | { readonly kind: 'code'; readonly code: string }
  /** A box to tick in a form around the table, or in the form with the id `form`; `label` says aloud what is chosen. */
  | { readonly kind: 'check'; readonly name: string; readonly value: string; readonly label: Both; readonly checked: boolean; readonly form: string | null };

export const bothOf = (value: string | Both): Both => typeof value === 'string' ? { ja: value, en: value } : value;
const orNull = (value: string | Both | null): Both | null => value === null || value === '' ? null : bothOf(value);

/** A number as REQ-2026-0001 or PO-26-70142-3 stays on one line; its hyphens are no place to break. */
const isNumber = (value: string | Both | null): boolean => typeof value === 'string' && /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9._/-]{0,19}$/.test(value);

export const link = (value: string | Both, href: string | null, sub: string | Both | null = null): Cell =>
  ({ kind: 'link', text: bothOf(value), href, sub: orNull(sub), numbered: isNumber(value), subNumbered: isNumber(sub) });
export const words = (value: string | Both | null, sub: string | Both | null = null): Cell => link(value ?? '', null, sub);
export const day = (value: string | null): Cell => ({ kind: 'day', day: value });
export const instant = (at: Date | string | null): Cell => ({ kind: 'instant', at });
export const status = ({ tone, key }: StatusView): Cell => ({ kind: 'status', tone, key });
export const word = (key: string, params?: Readonly<Record<string, unknown>>): Cell => ({ kind: 'word', word: text(key, params) });
export const phrase = (key: string, params?: Readonly<Record<string, unknown>>): Cell => ({ kind: 'phrase', word: text(key, params) });
export const number = (value: number | null, unit = ''): Cell => ({ kind: 'number', value, unit });
export const size = (bytes: number): Cell => ({ kind: 'size', bytes });
export const code = (value: string): Cell => ({ kind: 'code', code: value });

export const check = (name: string, value: string, label: string | Both, checked = false, form: string | null = null): Cell => ({ kind: 'check', name, value, label: bothOf(label), checked, form });

export interface FactView { readonly label: TextRef; readonly cell: Cell }
export const fact = (label: string, cell: Cell): FactView => ({ label: text(label), cell });

export interface TableView {
  readonly caption: TextRef;
  readonly columns: readonly { readonly label: TextRef; readonly numeric: boolean }[];
  readonly rows: readonly { readonly cells: readonly (FactView & { readonly numeric: boolean; readonly blank: boolean })[] }[];
  /** How many rows are not shown; nothing is cut off in silence. */
  readonly more: TextRef | null;
  /** What to do next when there is nothing. */
  readonly empty: TextRef;
}

/** A cell without content: a phone leaves its line out. */
export function isBlank(cell: Cell): boolean {
  if (cell.kind === 'link') return cell.text.ja === '' && cell.sub === null;
  return (cell.kind === 'day' && cell.day === null) || (cell.kind === 'instant' && cell.at === null) || (cell.kind === 'number' && cell.value === null);
}

/** For a reader who may see the lines, but to whom the pages behind them are not open. */
export function withoutLinks(view: TableView): TableView {
  return { ...view, rows: view.rows.map(({ cells }) => ({ cells: cells.map((one) => one.cell.kind === 'link' ? { ...one, cell: { ...one.cell, href: null } } : one) })) };
}

/** The number of an edition as people say it. */
export const editionOf = (numberOf: string, edition: number): Both => ({ ja: `${numberOf} 第${edition}版`, en: `${numberOf} edition ${edition}` });

/** `columns` are keys of texts; every row has one cell per column. */
export function table(caption: string, columns: readonly string[], rows: readonly (readonly Cell[])[], empty: string, limit = 500): TableView {
  const shown = rows.slice(0, limit);
  const numeric = columns.map((_, index) => shown.length > 0 && shown.every((row) => row[index].kind === 'number'));
  return {
    caption: text(caption), columns: columns.map((label, index) => ({ label: text(label), numeric: numeric[index] })),
    rows: shown.map((row) => ({ cells: row.map((cell, index) => ({ label: text(columns[index]), cell, numeric: numeric[index], blank: isBlank(cell) })) })),
    more: rows.length > shown.length ? text('portal.table.more', { count: rows.length - shown.length }) : null, empty: text(empty),
  };
}
