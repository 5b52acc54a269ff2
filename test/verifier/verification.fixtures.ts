import { PDFDocument } from '@cantoo/pdf-lib';
import { canonicalDigest, sealPdf, sealStatement } from '@platform/signing';
import type { SealedAct, SealedStatement, SealSigner } from '@platform/signing';
import { createAuthority, createSealKey, derOfPem, importPrivateKey } from '../../libs/platform/signing/src/certificates.js';

export const NOW = new Date('2026-11-20T03:00:00Z');
export const BUYER = '株式会社髙﨑精機';

export interface TestAuthority { readonly pem: string; seal(legalName: string, from?: Date): Promise<SealSigner> }

/** An installation without a database: its authority, and seals issued by it. */
export async function authority(now = NOW): Promise<TestAuthority> {
  const made = await createAuthority(now);
  const issuer = { certificatePem: made.certificatePem, privateKey: await importPrivateKey(made.pkcs8) };
  return {
    pem: made.certificatePem,
    seal: async (legalName, from = now) => {
      const key = await createSealKey(issuer, legalName, from);
      return {
        keyId: legalName, certificateDer: derOfPem(key.certificatePem), issuersDer: [derOfPem(made.certificatePem)],
        privateKey: await importPrivateKey(key.pkcs8),
      };
    },
  };
}

export function certificate(over: Record<string, unknown> = {}): SealedStatement {
  return {
    type: 'kenshu.certificate/1', number: 'TKS-2026-0001', issuer: { legalName: BUYER },
    supplier: { legalName: '㈱𠮷田電機製作所', site: '﨑戸工場' }, inspection: { digest: 'a'.repeat(64) }, ...over,
  };
}

/** 検査者, 確認者 and 承認者, bound to the statement. */
export function acts(statement: SealedStatement, people: Record<string, string> = {}): SealedAct[] {
  const keys = { inspector: 'E-001', confirmer: 'E-002', approver: 'E-003', ...people };
  return Object.entries(keys).map(([role, personKey]) => ({
    role, personKey, name: `髙橋 ${role}`, department: '品質保証部', method: 'password_mail_code',
    at: '2026-11-20T02:30:00.000Z', digest: canonicalDigest(statement),
  }));
}

export async function plainPdf(text = 'Acceptance certificate TKS-2026-0001'): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]).drawText(text, { x: 60, y: 760, size: 12 });
  return document.save();
}

export async function sealedEnvelope(signer: SealSigner, over: Record<string, unknown> = {}, people: Record<string, string> = {}): Promise<Uint8Array> {
  const statement = certificate(over);
  return (await sealStatement(statement, acts(statement, people), signer, NOW)).bytes;
}

/** A PDF around an envelope, sealed by `signer`; `envelope` may come from another seal. */
export async function sealedPdf(signer: SealSigner, envelope: Uint8Array, signedAt = NOW): Promise<Uint8Array> {
  return sealPdf(await plainPdf(), {
    attachments: [{ name: 'statement.json', mime: 'application/json', bytes: envelope, description: '署名された記録' }],
    signer, reason: '検収確認書の発行', location: '日本', signedAt, title: '検収確認書 TKS-2026-0001', language: 'ja',
  });
}
