/** Where a person is sent back to. Only a path of ours: a link in a mail must not lead through our sign-in to a stranger's site (CWE-601). */
export function localPath(value: unknown, fallback = '/'): string {
  if (typeof value !== 'string' || value.length > 500) return fallback;
  // Browsers read `//host` and `/\host` as another site, and drop tabs and line ends before they look.
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(value) && !value.includes('\\') ? value : fallback;
}

/** A page's address that leads back to `next` afterwards. */
export function withNext(path: string, next: string): string {
  return next === '/' ? path : `${path}?next=${encodeURIComponent(next)}`;
}
