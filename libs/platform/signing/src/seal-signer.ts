import type { webcrypto } from 'node:crypto';

/** An organisation's e-seal, ready to use. Exists only inside the worker's sealing transaction. */
export interface SealSigner {
  readonly keyId: string;
  /** The organisation's certificate, DER. */
  readonly certificateDer: Uint8Array;
  /** What stands above it, nearest first, DER: here the installation's authority alone. */
  readonly issuersDer: readonly Uint8Array[];
  readonly privateKey: webcrypto.CryptoKey;
}
