/** Neither a zero character, which no text column takes, nor half a surrogate pair, which cannot be hashed (RFC 8785); in values and in names. */
export function isClean(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\u0000') && value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isClean(key) && isClean(inner));
}
