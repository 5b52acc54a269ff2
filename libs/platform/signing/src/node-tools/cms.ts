import { createHash, verify as verifySignature, X509Certificate } from 'node:crypto';
import { fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import type { BaseBlock } from 'asn1js';
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData } from 'pkijs';
import type { SignerInfo } from 'pkijs';
import type { CmsVerdict } from '../tools.document.js';

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

/**
 * A detached CAdES signature by exactly one signer: ECDSA with SHA-256 over attributes that bind the content's digest and,
 * by ESS signing-certificate-v2 (RFC 5035), the very certificate. Whether that certificate is trusted is another check.
 */
export async function verifyCms(der: Uint8Array, signedBytes: Uint8Array): Promise<CmsVerdict> {
  try {
    return verify(der, signedBytes);
  } catch (error) {
    return refused(`cms_unreadable: ${(error as Error).message}`);
  }
}

function verify(der: Uint8Array, signedBytes: Uint8Array): CmsVerdict {
  const signedData = parse(der);
  const signer = signedData.signerInfos[0];
  if (signedData.signerInfos.length !== 1 || !signer) return refused('not_one_signer');
  const wrongForm = formProblem(signedData, signer);
  if (wrongForm) return refused(wrongForm);
  const digest = createHash('sha256').update(signedBytes).digest();
  if (!octets(attribute(signer, OID.messageDigest))?.equals(digest)) return refused('digest_differs');
  const certificate = signerCertificate(signedData, signer);
  if (!certificate) return refused('no_certificate');
  // pkijs reads the structure, Node does the arithmetic: over the attributes as they stand in the file (RFC 5652 §5.4).
  const attributes = new Uint8Array(signer.signedAttrs!.encodedValue);
  const key = { key: new X509Certificate(certificate).publicKey, dsaEncoding: 'der' } as const;
  if (!verifySignature('sha256', attributes, key, octets(signer.signature)!)) return refused('signature_differs');
  if (!namesCertificate(attribute(signer, OID.signingCertificateV2), certificate)) return refused('certificate_not_bound');
  return { valid: true, signerCertificateDer: new Uint8Array(certificate), signingTime: timeOf(attribute(signer, OID.signingTime)) };
}

function signerCertificate(signedData: SignedData, { sid }: SignerInfo): Buffer | null {
  if (!(sid instanceof IssuerAndSerialNumber)) return null;
  const found = signedData.certificates?.find((candidate) => candidate instanceof Certificate
    && candidate.issuer.isEqual(sid.issuer) && candidate.serialNumber.isEqual(sid.serialNumber));
  return found ? Buffer.from(found.toSchema().toBER(false)) : null;
}

function parse(der: Uint8Array): SignedData {
  const outer = fromBER(Uint8Array.from(der).buffer);
  if (outer.offset !== der.length) throw new Error('not one DER value');
  const info = new ContentInfo({ schema: outer.result });
  if (info.contentType !== OID.signedData) throw new Error('not SignedData');
  return new SignedData({ schema: info.content });
}

/** Only what we make: a stranger's algorithm choice must not decide how strong the check is. */
function formProblem(signedData: SignedData, signer: SignerInfo): string | null {
  if (signedData.encapContentInfo.eContent) return 'content_not_detached';
  if (signedData.encapContentInfo.eContentType !== OID.data) return 'content_type';
  if (signer.digestAlgorithm.algorithmId !== OID.sha256) return 'digest_algorithm';
  if (signer.signatureAlgorithm.algorithmId !== OID.ecdsaWithSha256) return 'signature_algorithm';
  const contentType = attribute(signer, OID.contentType);
  if (!(contentType instanceof ObjectIdentifier) || contentType.getValue() !== OID.data) return 'content_type';
  return null;
}

/** The single value of a signed attribute that stands exactly once. */
function attribute(signer: SignerInfo, type: string): BaseBlock | null {
  const found = signer.signedAttrs?.attributes.filter((candidate) => candidate.type === type) ?? [];
  return found.length === 1 && found[0]!.values.length === 1 ? found[0]!.values[0] as BaseBlock : null;
}

function octets(block: BaseBlock | null | undefined): Buffer | null {
  return block instanceof OctetString ? Buffer.from(block.valueBlock.valueHexView) : null;
}

/** SigningCertificateV2 → certs → first ESSCertIDv2 → certHash; sha-256 is the default algorithm and then left out. */
function namesCertificate(value: BaseBlock | null, certificateDer: Uint8Array): boolean {
  const child = (block: BaseBlock | null | undefined) => block instanceof Sequence ? block.valueBlock.value[0] : null;
  const hash = octets(child(child(child(value))) as BaseBlock | null);
  return hash?.equals(createHash('sha256').update(certificateDer).digest()) ?? false;
}

function timeOf(value: BaseBlock | null): Date | null {
  const time = value as { toDate?: () => Date } | null;
  return time?.toDate ? time.toDate() : null;
}

function refused(reason: string): CmsVerdict {
  return { valid: false, signerCertificateDer: null, signingTime: null, reason };
}
