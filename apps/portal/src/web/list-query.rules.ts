/** What a person asked of a list: every word of it comes from the address, so nothing of it is believed. */
export interface ListQuery {
  /** Trimmed, at most 100 characters; empty when nothing is looked for. */
  readonly search: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: string | null;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
  readonly format: 'xlsx' | 'csv' | null;
}

export interface Asks {
  /** Filter name → values it may have; anything else is no filter. */
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  readonly sorts?: readonly string[];
}

/** Rows of one page of a list. */
export const PAGE_SIZE = 50;
/** Rows of a list that leaves as a file. */
export const FILE_ROWS = 20_000;

/** `?q=…&state=late&sort=due&dir=desc&page=2&format=xlsx`. Unknown names and values are left out, never an error: links are mailed and get old. */
export function listQuery(query: Readonly<Record<string, unknown>>, { filters = {}, sorts = [] }: Asks): ListQuery {
  const one = (name: string): string => typeof query[name] === 'string' ? query[name].trim() : '';
  const chosen = Object.entries(filters).map(([name, values]): [string, string] => [name, values.includes(one(name)) ? one(name) : '']);
  const page = /^[1-9]\d{0,5}$/.test(one('page')) ? Number(one('page')) : 1;
  const format = one('format');
  return {
    search: [...one('q')].filter((char) => char !== '\0').slice(0, 100).join('').toWellFormed(), filters: Object.fromEntries(chosen.filter(([, value]) => value !== '')),
    sort: sorts.includes(one('sort')) ? one('sort') : null, descending: one('dir') === 'desc', page, format: format === 'xlsx' || format === 'csv' ? format : null,
  };
}

/** The rows to read: a page, or everything for a file. */
export function windowOf({ page, format }: ListQuery): { readonly limit: number; readonly offset: number } {
  return format ? { limit: FILE_ROWS, offset: 0 } : { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
}

/** The same question with something changed, as an address; what is empty stands nowhere. */
export function addressOf(path: string, query: ListQuery, change: Partial<ListQuery> = {}): string {
  const { search, filters, sort, descending, page, format } = { ...query, format: null, ...change };
  const words = new URLSearchParams({ ...(search && { q: search }), ...filters, ...(sort && { sort }), ...(sort && descending && { dir: 'desc' }), ...(page > 1 && { page: String(page) }), ...(format && { format }) });
  return words.size > 0 ? `${path}?${words.toString()}` : path;
}

/** For `ilike`: what a person types is looked for as it stands. */
export const likePattern = (search: string): string => `%${search.replace(/[\\%_]/g, '\\$&')}%`;
