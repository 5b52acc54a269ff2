import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';

const VERSION = 1;
const [NONCE, TAG, KEY] = [12, 16, 32];

/**
 * The key that encrypts private keys at rest. Only the worker is configured with one (design.md §4): the portal's
 * process has no provider for this class, so nothing there can open a signing key.
 */
export class MasterKey {
  readonly #key: Buffer;

  /** @throws Error unless given exactly 32 bytes. */
  constructor(key: Uint8Array) {
    if (key.length !== KEY) throw new Error(`The master key must have ${KEY} bytes, not ${key.length}.`);
    this.#key = Buffer.from(key);
  }

  /** From configuration: 32 bytes as 64 hex digits or as base64. */
  static parse(text: string): MasterKey {
    return new MasterKey(Buffer.from(text.trim(), /^[0-9a-f]{64}$/i.test(text.trim()) ? 'hex' : 'base64'));
  }

  /** AES-256-GCM: version, random nonce, tag, ciphertext. The key's id is authenticated, so a box cannot be moved to another row. */
  encrypt(keyId: string, plain: Uint8Array): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(keyId, 'utf8'));
    const text = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), text]);
  }

  /** @throws Error when the box was made for another id or by another master key, or was altered. */
  decrypt(keyId: string, box: Uint8Array): Buffer {
    const bytes = Buffer.from(box);
    if (bytes[0] !== VERSION || bytes.length <= 1 + NONCE + TAG) throw new Error('Not an encrypted key of a known version.');
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(1, 1 + NONCE), { authTagLength: TAG })
      .setAAD(Buffer.from(keyId, 'utf8'))
      .setAuthTag(bytes.subarray(1 + NONCE, 1 + NONCE + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE + TAG)), decipher.final()]);
  }

  /** Never in a log. */
  toJSON(): string { return '[master key]'; }
  [inspect.custom](): string { return '[master key]'; }
}
