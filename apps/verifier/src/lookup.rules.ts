/** What somebody typed or scanned. */
export type Lookup =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'neither' };

/** 128 bits in base32; printed in groups of four. */
const CODE = /^[A-Z2-7]{26}$/;
/** Prefix, year, running number. */
const NUMBER = /^[A-Z0-9]{2,8}-[0-9]{4}-[0-9]{4,10}$/;
const DASHES = /[‐‑‒–—―−ー－]/g;

/** Full-width letters, other dashes, blanks and small letters are how people type; what is neither is not asked of the register. */
export function readLookup(typed: string): Lookup {
  if (typed.length > 200) return { kind: 'neither' };
  const text = typed.replace(DASHES, '-').normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  const code = text.replaceAll('-', '');
  if (CODE.test(code)) return { kind: 'code', code };
  return NUMBER.test(text) ? { kind: 'number', number: text } : { kind: 'neither' };
}
