import type { Id } from '@platform-pure/tenancy';

export type CertificateId = Id<'Certificate'>;

/** `MKD-2026-000123`: prefix of the organisation, year of issue where it is, running number of that year. */
export function certificateNumber(prefix: string, year: number, sequence: number): string {
  return `${prefix}-${year}-${String(sequence).padStart(6, '0')}`;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 128 random bits as 26 characters of RFC 4648 base32 without padding: what a stranger shows to ask about a certificate, and nobody can guess. */
export function verificationCode(bytes: Uint8Array): string {
  if (bytes.length !== 16) throw new Error('a verification code is made of 128 bits');
  let code = '';
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  value <<= 2n; // 26 × 5 = 130 bits
  for (let position = 25n; position >= 0n; position -= 1n) code += ALPHABET[Number((value >> (position * 5n)) & 31n)];
  return code;
}

/** In groups that can be read aloud and typed: `ABCD-EFGH-…`. */
export function spacedCode(code: string): string {
  return code.replace(/.{4}(?=.)/g, '$&-');
}
