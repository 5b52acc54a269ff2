import { PAGE_SIZE, addressOf } from './list-query.rules.js';
import type { ListQuery } from './list-query.rules.js';
import type { TableView } from './cells.view.js';
import { text } from './text.rules.js';
import type { TextRef } from './text.rules.js';

/** One drop-down above a list; the first choice is always *all*. `label` and the choices' texts are keys. */
export interface ListFilter { readonly name: string; readonly label: string; readonly choices: readonly { readonly value: string; readonly label: string }[] }

export interface ListInput {
  readonly path: string;
  readonly query: ListQuery;
  readonly table: TableView;
  /** Of all pages together. */
  readonly total: number;
  /** Key of the text that says what is searched. */
  readonly searchHint: string;
  readonly filters?: readonly ListFilter[];
  /** Name of a sort per column, null where a column is not sorted by. */
  readonly sorts?: readonly (string | null)[];
}

interface ChoiceView { readonly value: string; readonly label: TextRef; readonly chosen: boolean }
export interface ListView {
  readonly path: string;
  readonly search: string;
  readonly searchHint: TextRef;
  readonly filters: readonly { readonly name: string; readonly label: TextRef; readonly choices: readonly ChoiceView[] }[];
  readonly filtered: boolean;
  readonly table: TableView & { readonly heads: readonly { readonly label: TextRef; readonly numeric: boolean; readonly href: string | null; readonly order: 'ascending' | 'descending' | null }[] };
  readonly count: TextRef;
  readonly pages: { readonly previous: string | null; readonly next: string | null; readonly text: TextRef } | null;
  readonly files: { readonly xlsx: string; readonly csv: string } | null;
}

/** A table with its search, filters, order, pages and files; drawn by the partial `portal/list`. */
export function listView({ path, query, table, total, searchHint, filters = [], sorts = [] }: ListInput): ListView {
  const last = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const to = (page: number): string | null => page >= 1 && page <= last && page !== query.page ? addressOf(path, query, { page }) : null;
  return {
    path, search: query.search, searchHint: text(searchHint), filters: filters.map((filter) => filterView(filter, query)),
    filtered: query.search !== '' || Object.keys(query.filters).length > 0, table: { ...table, heads: heads(path, query, table, sorts) }, count: text('common.items', { count: total }),
    pages: last > 1 ? { previous: to(query.page - 1), next: to(query.page + 1), text: text('portal.list.page', { page: query.page, last }) } : null,
    files: total > 0 ? { xlsx: addressOf(path, query, { page: 1, format: 'xlsx' }), csv: addressOf(path, query, { page: 1, format: 'csv' }) } : null,
  };
}

function filterView({ name, label, choices }: ListFilter, { filters }: ListQuery): ListView['filters'][number] {
  const all = { value: '', label: text('portal.list.all'), chosen: !filters[name] };
  return { name, label: text(label), choices: [all, ...choices.map((choice) => ({ value: choice.value, label: text(choice.label), chosen: filters[name] === choice.value }))] };
}

function heads(path: string, query: ListQuery, { columns }: TableView, sorts: readonly (string | null)[]): ListView['table']['heads'] {
  return columns.map((column, index) => {
    const sort = sorts[index] ?? null;
    const current = sort !== null && query.sort === sort;
    const href = sort && addressOf(path, query, { sort, descending: current && !query.descending, page: 1 });
    return { ...column, href, order: current ? (query.descending ? 'descending' : 'ascending') : null };
  });
}
