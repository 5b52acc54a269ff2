/** What a browser would run in our origin, or a machine would execute: never stored, whatever the file is called. */
export const REFUSED_MEDIA_TYPES: ReadonlySet<string> = new Set([
  'text/html', 'application/xhtml+xml', 'image/svg+xml',
  'application/x-msdownload', 'application/x-elf', 'application/x-mach-binary', 'application/x-msi', 'application/x-ms-shortcut',
]);

export const UNKNOWN_MEDIA_TYPE = 'application/octet-stream';

const HTML_ROOTS = new Set(['html', 'head', 'body', 'script', 'style', 'iframe', 'img', 'div', 'p', 'a', 'table', 'form', 'meta', 'link', 'title', 'object', 'embed', 'h1']);

/**
 * The type of a text by its first bytes, or null when they are no text. Magic numbers are read elsewhere; text has none, so it is told
 * here: markup that runs in a browser first, then XML, JSON, CSV, plain text. Encodings: UTF-8, UTF-16 with a mark, Shift_JIS (what a
 * Japanese spreadsheet writes as CSV).
 */
export function sniffText(head: Uint8Array, whole: boolean): string | null {
  const text = decode(head, whole);
  if (text === null) return null;
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (/^<[a-z!?/]/i.test(start)) return sniffMarkup(start);
  if (/^[[{]/.test(start) && looksLikeJson(start, whole)) return 'application/json';
  return looksLikeCsv(start, whole) ? 'text/csv' : 'text/plain';
}

function sniffMarkup(text: string): string {
  if (/xmlns(:\w+)?\s*=\s*["']http:\/\/www\.w3\.org\/(1999\/xhtml|2000\/svg)/i.test(text) || /<(svg|html|script)\b/i.test(text)) {
    return /<svg\b/i.test(text) ? 'image/svg+xml' : 'text/html';
  }
  const root = rootElement(text);
  // the root is hidden behind a comment longer than what we read: whoever writes that does not want it seen
  if (root === null || HTML_ROOTS.has(root)) return 'text/html';
  return 'application/xml';
}

function rootElement(text: string): string | null {
  const bare = text.replace(/<!--[\s\S]*?-->/g, '').replace(/<\?[\s\S]*?\?>/g, '').replace(/<!doctype[^>]*>/gi, '').trimStart();
  return /^<([a-z_][\w.:-]*)/i.exec(bare)?.[1]?.toLowerCase().replace(/^.*:/, '') ?? null;
}

function looksLikeJson(text: string, whole: boolean): boolean {
  if (!whole) return /^(\{\s*"|\[\s*[[{"\d\]-])/.test(text);
  try { JSON.parse(text); return true; } catch { return false; }
}

function looksLikeCsv(text: string, whole: boolean): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const complete = (whole ? lines : lines.slice(0, -1)).slice(0, 20);
  const commas = complete.map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(',').length - 1);
  return complete.length >= 2 && commas[0]! > 0 && commas.every((count) => count === commas[0]);
}

function decode(head: Uint8Array, whole: boolean): string | null {
  if (head.length === 0) return null;
  const marked = (head[0] === 0xff && head[1] === 0xfe) ? 'utf-16le' : (head[0] === 0xfe && head[1] === 0xff) ? 'utf-16be' : null;
  for (const encoding of marked ? [marked] : ['utf-8', 'shift_jis']) {
    try {
      // a cut in the middle of a character is no error unless the file ends there
      const text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: !whole });
      if (!/[\u0000-\u0008\u000B\u000E-\u001A\u001C-\u001F]/.test(text)) return text;
    } catch { /* the next encoding */ }
  }
  return null;
}
