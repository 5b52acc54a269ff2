import 'reflect-metadata'; // @peculiar/x509 refuses to load without it
import { randomBytes, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

export const EC_P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const AUTHORITY_NAME = 'Kenshu installation CA';
const DAY = 86_400_000;
const AUTHORITY_YEARS = 20;
const SEAL_YEARS = 5;
/** The authority may vouch for a year before it was made: a clock that lags behind it must not break every chain. */
const AUTHORITY_BACKDATED_DAYS = 366;

export interface NewKey { readonly certificatePem: string; readonly pkcs8: Uint8Array }
export interface Authority { readonly certificatePem: string; readonly privateKey: webcrypto.CryptoKey }

/** The installation's own certification authority: P-256, self-signed, 20 years, may issue end certificates only. */
export async function createAuthority(now: Date): Promise<NewKey> {
  const keys = await generate();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: nameOf({ CN: AUTHORITY_NAME }),
    notBefore: new Date(now.getTime() - AUTHORITY_BACKDATED_DAYS * DAY),
    notAfter: yearsAfter(now, AUTHORITY_YEARS),
    signingAlgorithm: EC_P256,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificatePem: certificate.toString('pem'), pkcs8: await exportKey(keys.privateKey) };
}

/** An organisation's e-seal: P-256, subject = the legal name in UTF-8, for signatures only, five years from `now`. */
export async function createSealKey(authority: Authority, legalName: string, now: Date): Promise<NewKey> {
  const keys = await generate();
  const issuer = new x509.X509Certificate(authority.certificatePem);
  const end = yearsAfter(now, SEAL_YEARS);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: nameOf({ O: legalName, CN: legalName }),
    issuer: issuer.subjectName,
    notBefore: now,
    notAfter: end < issuer.notAfter ? end : issuer.notAfter,
    signingAlgorithm: EC_P256,
    publicKey: keys.publicKey,
    signingKey: authority.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return { certificatePem: certificate.toString('pem'), pkcs8: await exportKey(keys.privateKey) };
}

/** A private key for signing that cannot be exported again. */
export async function importPrivateKey(pkcs8: Uint8Array): Promise<webcrypto.CryptoKey> {
  return webcrypto.subtle.importKey('pkcs8', Uint8Array.from(pkcs8), EC_P256, false, ['sign']);
}

export function derOfPem(pem: string): Uint8Array {
  return new Uint8Array(new x509.X509Certificate(pem).rawData);
}

/** The organisation's name in a certificate's subject; empty when it names none. */
export function organizationOf(certificate: x509.X509Certificate | string): string {
  const parsed = typeof certificate === 'string' ? new x509.X509Certificate(certificate) : certificate;
  return parsed.subjectName.getField('O')[0] ?? '';
}

/** The object form: a plain string is parsed and mangles names that contain quotes, commas or a leading '#'. */
function nameOf(parts: Record<string, string>): x509.Name {
  return new x509.Name(Object.entries(parts).map(([type, text]) => ({ [type]: [{ utf8String: text }] })));
}

async function generate(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(EC_P256, true, ['sign', 'verify']);
}

async function exportKey(key: webcrypto.CryptoKey): Promise<Uint8Array> {
  return new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', key));
}

/** 127 random bits, positive (RFC 5280 §4.1.2.2). */
function serial(): string {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0]! & 0x7f) | 0x40;
  return bytes.toString('hex');
}

function yearsAfter(date: Date, years: number): Date {
  const later = new Date(date);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}
