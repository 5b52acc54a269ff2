import type { Language } from '@platform-pure/tenancy';

export const LANGUAGES: readonly Language[] = ['ja', 'en'];

export function isLanguage(value: unknown): value is Language {
  return value === 'ja' || value === 'en';
}

/**
 * The person's own choice first, then the browser's order of preference (RFC 9110 §12.5.4: highest q wins, equal q in the order
 * written, q=0 means "not this one"), then Japanese: the field works in it.
 */
export function pickLanguage(userChoice: string | null | undefined, acceptLanguage: string | null | undefined): Language {
  if (isLanguage(userChoice)) return userChoice;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map(parseRange)
    .filter((range) => range.q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { tag } of wanted) {
    const primary = tag.split('-')[0];
    if (isLanguage(primary)) return primary;
  }
  return 'ja';
}

function parseRange(part: string): { tag: string; q: number } {
  const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const q = weight === undefined ? 1 : Number(weight.slice(2));
  return { tag, q: Number.isFinite(q) ? q : 0 };
}
