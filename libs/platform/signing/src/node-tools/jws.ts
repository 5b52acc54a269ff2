import { createHash, X509Certificate } from 'node:crypto';
import { base64url, flattenedVerify } from 'jose';
import type { JwsVerdict } from '../tools.document.js';

/** Detached compact JWS, ES256 only, by the key of `leaf`, which the protected header must name by its sha-256. */
export async function verifyJws(jws: string, payload: Uint8Array, leaf: Uint8Array): Promise<JwsVerdict> {
  const [header, middle, signature, ...more] = jws.split('.');
  if (!header || middle !== '' || !signature || more.length > 0) return { valid: false, reason: 'not_detached' };
  try {
    // One text per signature: base64url decoders ignore trailing bits, so a changed last character would pass unseen.
    if (base64url.encode(base64url.decode(signature)) !== signature) return { valid: false, reason: 'not_canonical' };
    const verified = await flattenedVerify(
      { protected: header, payload: base64url.encode(payload), signature },
      new X509Certificate(leaf).publicKey,
      { algorithms: ['ES256'] },
    );
    const thumbprint = createHash('sha256').update(leaf).digest('base64url');
    const named = verified.protectedHeader?.['x5t#S256'] === thumbprint;
    return named ? { valid: true } : { valid: false, reason: 'certificate_not_named' };
  } catch (error) {
    return { valid: false, reason: (error as { code?: string }).code ?? 'unreadable' };
  }
}
