import { createHash } from 'node:crypto';
import { FlattenedSign } from 'jose';
import { canonicalBytes, canonicalDigest } from './canonical.js';
import { SEALED_FORMAT, sealedContent } from './envelope.document.js';
import type { SealedAct, SealedEnvelope, SealedStatement } from './envelope.document.js';
import type { SealSigner } from './seal-signer.js';

export interface SealedBytes { readonly envelope: SealedEnvelope; /** Canonical JSON, UTF-8. */ readonly bytes: Uint8Array }

/**
 * Seals a statement and the acts of the people behind it: canonical JSON (RFC 8785), detached JWS (RFC 7515 appendix F), ES256.
 * @throws Error when the statement has no canonical form.
 */
export async function sealStatement(
  statement: SealedStatement, acts: readonly SealedAct[], signer: SealSigner, sealedAt: Date,
): Promise<SealedBytes> {
  const content = sealedContent({
    format: SEALED_FORMAT, statement, acts, digest: canonicalDigest(statement), sealedAt: sealedAt.toISOString(),
  });
  const envelope: SealedEnvelope = {
    ...content,
    jws: await detachedJws(canonicalBytes(content), signer),
    chain: [signer.certificateDer, ...signer.issuersDer].map((der) => Buffer.from(der).toString('base64')),
  };
  return { envelope, bytes: canonicalBytes(envelope) };
}

async function detachedJws(payload: Uint8Array, signer: SealSigner): Promise<string> {
  const x5t = createHash('sha256').update(signer.certificateDer).digest('base64url');
  const jws = await new FlattenedSign(payload)
    .setProtectedHeader({ alg: 'ES256', 'x5t#S256': x5t })
    .sign(signer.privateKey);
  return `${jws.protected}..${jws.signature}`;
}
