import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 128 random bits, safe in a path. */
export const randomToken = (): string => randomBytes(16).toString('base64url');

/** What is kept of a secret with enough randomness of its own. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Six digits. Too few for a fast hash: they are kept as argon2id. */
export const randomCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');
