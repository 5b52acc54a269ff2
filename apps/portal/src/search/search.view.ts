import type { Found, FoundKind } from '@libs/insight';
import { instant, link, table, word, words } from '../web/cells.view.js';
import type { TableView } from '../web/cells.view.js';

const PATHS: Readonly<Record<FoundKind, string>> = {
  request: '/requests/', questionnaire: '/questionnaires/', specification: '/specifications/', draft: '/specifications/drafts/', supplier: '/suppliers/', order: '/orders/',
  delivery: '/deliveries/', certificate: '/certificates/',
};

export interface SearchView { readonly search: string; readonly found: TableView | null; readonly count: number }

/** Nothing was asked for: only the field. */
export function searchView(search: string, found: readonly Found[]): SearchView {
  const rows = found.map(({ kind, id, number, title, party, at }) => [word(`portal_search.kind.${kind}`), link(number, PATHS[kind] + id, title), words(party), instant(at)]);
  const columns = ['portal_search.kind', 'portal_search.number', 'portal_search.party', 'portal_search.since'];
  return { search, found: search === '' ? null : table('portal_search.title', columns, rows, 'portal_search.empty'), count: found.length };
}

/** A number that is exactly what was looked for, and the only thing found: no list is needed. */
export function onlyOne(search: string, found: readonly Found[]): string | null {
  const [first] = found;
  return found.length === 1 && first?.number.toLowerCase() === search.toLowerCase() ? PATHS[first.kind] + first.id : null;
}
