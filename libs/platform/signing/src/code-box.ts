import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const [NONCE, TAG] = [12, 16];
/** A code of 128 random bits is key enough; what is stored of it elsewhere (its sha-256) does not lead here. */
const keyOf = (code: string): Buffer => Buffer.from(hkdfSync('sha256', code, '', 'kenshu.code-box/1', 32));

/** Locks a value so that only who holds the code reads it, not who reads the database (AES-256-GCM: nonce, tag, ciphertext). */
export function lockWithCode(code: string, value: object): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(code), nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** @throws Error for another code, or when the box was altered. */
export function openWithCode(code: string, box: Uint8Array): unknown {
  const bytes = Buffer.from(box);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(code), bytes.subarray(0, NONCE), { authTagLength: TAG }).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8'));
}
