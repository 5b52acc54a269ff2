import { invalid } from '@platform-pure/errors';

export const PAGE_DEFAULT = 50;
export const PAGE_MAX = 200;

export interface PageOf<T> { readonly items: readonly T[]; readonly next: string | null }

/** What a cursor stands for is ours alone: the id of the last line that was told. */
export const cursorOf = (id: string): string => `c${id.replaceAll('-', '')}`;
const CURSOR = /^c([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/** @throws Invalid `api.cursor_unknown` for anything that no page of ours has named. */
export function readCursor(cursor: string): string {
  const parts = CURSOR.exec(cursor);
  if (!parts) throw invalid('api.cursor_unknown', {}, [{ field: 'cursor', code: 'api.cursor_unknown' }]);
  return parts.slice(1).join('-');
}

/**
 * The lines after the one the cursor names. By id and not by number: a line that comes meanwhile moves nothing.
 * @throws Invalid `api.cursor_unknown` when the line is not in the list (any more).
 */
export function pageOf<T extends { readonly id: string }>(lines: readonly T[], cursor: string | undefined, limit: number): PageOf<T> {
  const after = cursor === undefined ? null : readCursor(cursor);
  const last = after === null ? -1 : lines.findIndex(({ id }) => id === after);
  if (after !== null && last < 0) throw invalid('api.cursor_unknown', {}, [{ field: 'cursor', code: 'api.cursor_unknown' }]);
  const items = lines.slice(last + 1, last + 1 + limit);
  return { items, next: last + 1 + limit < lines.length ? cursorOf(items.at(-1)!.id) : null };
}

/** Of a list that the database cuts: how many lines have been told. */
export const windowCursorOf = (offset: number): string => `w${offset.toString(36)}`;

/** @throws Invalid `api.cursor_unknown`. */
export function readWindow(cursor: string | undefined, limit: number): { readonly limit: number; readonly offset: number } {
  const offset = cursor === undefined ? 0 : /^w[0-9a-z]{1,5}$/.test(cursor) ? parseInt(cursor.slice(1), 36) : NaN;
  if (Number.isNaN(offset)) throw invalid('api.cursor_unknown', {}, [{ field: 'cursor', code: 'api.cursor_unknown' }]);
  return { limit, offset };
}
