import 'reflect-metadata'; // @peculiar/x509 refuses to load without it
import { createHash } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { organizationOf } from '../certificates.js';
import type { ChainVerdict, SignerInfo } from '../tools.document.js';

/**
 * Does one of the anchors stand directly above the first certificate, at that time? The hierarchy has two levels
 * (installation authority → organisation), so no intermediate is accepted: the rest of `chain` is for display only.
 */
export async function verifyChain(chain: readonly Uint8Array[], anchors: readonly Uint8Array[], at: Date): Promise<ChainVerdict> {
  let leaf: x509.X509Certificate;
  try {
    leaf = new x509.X509Certificate(Uint8Array.from(chain[0] ?? []));
  } catch {
    return { state: 'invalid', signer: null };
  }
  const signer = describe(leaf);
  if (!maySeal(leaf)) return { state: 'invalid', signer };
  const issuer = await issuerOf(leaf, anchors);
  if (!issuer) return { state: 'unknown_issuer', signer };
  const inTime = [leaf, issuer].every((certificate) => certificate.notBefore <= at && at <= certificate.notAfter);
  return { state: inTime ? 'trusted' : 'outside_validity', signer };
}

async function issuerOf(leaf: x509.X509Certificate, anchors: readonly Uint8Array[]): Promise<x509.X509Certificate | null> {
  for (const der of anchors) {
    const anchor = new x509.X509Certificate(Uint8Array.from(der));
    // The name alone proves nothing: every installation's authority carries the same one.
    if (anchor.subject !== leaf.issuer || !mayIssue(anchor)) continue;
    if (await leaf.verify({ publicKey: anchor.publicKey, signatureOnly: true })) return anchor;
  }
  return null;
}

function maySeal(certificate: x509.X509Certificate): boolean {
  const usage = certificate.getExtension(x509.KeyUsagesExtension)?.usages ?? 0;
  const authority = certificate.getExtension(x509.BasicConstraintsExtension)?.ca ?? false;
  return !authority && (usage & x509.KeyUsageFlags.digitalSignature) !== 0;
}

function mayIssue(certificate: x509.X509Certificate): boolean {
  const usage = certificate.getExtension(x509.KeyUsagesExtension)?.usages ?? 0;
  const authority = certificate.getExtension(x509.BasicConstraintsExtension)?.ca ?? false;
  return authority && (usage & x509.KeyUsageFlags.keyCertSign) !== 0;
}

function describe(certificate: x509.X509Certificate): SignerInfo {
  return {
    organization: organizationOf(certificate),
    issuer: certificate.issuerName.getField('CN')[0] ?? certificate.issuer,
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
    fingerprint: createHash('sha256').update(new Uint8Array(certificate.rawData)).digest('hex'),
  };
}
