import { createHash } from 'node:crypto';
import canonicalizeJson from 'canonicalize';

/**
 * Canonical JSON text (RFC 8785): the one byte form of a document that is hashed and signed.
 * @throws Error when the value has no JSON form (undefined, NaN, a lone surrogate).
 */
export function canonicalText(value: unknown): string {
  const text = canonicalizeJson(value);
  if (text === undefined) throw new Error('The value has no JSON form.');
  return text;
}

export function canonicalBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalText(value));
}

/** sha-256 (hex) over the canonical JSON of a document. */
export function canonicalDigest(value: unknown): string {
  return sha256Hex(canonicalBytes(value));
}

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
