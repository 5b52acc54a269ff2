import { randomBytes } from 'node:crypto';

/**
 * A secret as it may stand in a compressed page: another text every time. Otherwise somebody who makes the page repeat his guesses could read
 * the secret off its length (BREACH; the same remedy as Django's: a one-time pad and the text under it).
 */
export function masked(secret: string): string {
  const bytes = Buffer.from(secret, 'utf8');
  const pad = randomBytes(bytes.length);
  return Buffer.concat([pad, xor(bytes, pad)]).toString('base64url');
}

/** What {@link masked} hid; some other text for what it never made. */
export function unmasked(text: string): string {
  const bytes = Buffer.from(text, 'base64url');
  const half = Math.floor(bytes.length / 2);
  return xor(bytes.subarray(half), bytes.subarray(0, half)).toString('utf8');
}

const xor = (bytes: Buffer, pad: Buffer): Buffer => bytes.map((byte, index) => byte ^ (pad[index] ?? 0)) as Buffer;
