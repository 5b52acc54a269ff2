/** base64 (standard alphabet) to bytes; null when it is not base64. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

/** A certificate as DER, from DER or PEM; null when it is neither. */
export function asDer(certificate: string | Uint8Array): Uint8Array | null {
  if (typeof certificate !== 'string') return certificate;
  const body = /-----BEGIN CERTIFICATE-----([\s\S]+?)-----END CERTIFICATE-----/.exec(certificate)?.[1];
  return body === undefined ? null : fromBase64(body.replace(/\s+/g, ''));
}

/** Strict UTF-8; null when it is not, so that replacement characters never enter a digest. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function sameBytes(a: Uint8Array | null | undefined, b: Uint8Array | null | undefined): boolean {
  return a != null && b != null && a.length === b.length && a.every((byte, i) => byte === b[i]);
}
