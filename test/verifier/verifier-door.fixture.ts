import { randomBytes } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { TestingModule } from '@nestjs/testing';
import { holderCard, sampleCertificate } from '@libs/certificate';
import type { CertificateStatement } from '@libs/certificate';
import { FixedClock } from '@platform/clock';
import { createLogger } from '@platform/http';
import { MasterKey, OrganizationKeys, SigningModule, canonicalDigest, lockWithCode, sealPdf, sealStatement, sha256Hex } from '@platform/signing';
import type { SealedAct, SealedStatement, SealSigner } from '@platform/signing';
import { SealerDb, newId, systemActor } from '@platform/tenancy';
import type { OrganizationId } from '@platform/tenancy';
import { createVerifier } from '../../apps/verifier/src/create-verifier.js';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { platform } from '../support/platform.js';
import { plainPdf } from './verification.fixtures.js';

export const NOW = new Date('2026-11-20T03:00:00Z');
export type Entry = { status?: 'issued' | 'superseded' | 'revoked'; replacedBy?: string; reasonKind?: string; pdf?: Uint8Array };

/** The public door on a database of its own, and an organisation whose certificates stand in the register. */
export class VerifierFixture {
  private constructor(readonly database: TestDatabase, private readonly app: TestingModule, readonly door: NestExpressApplication, readonly clock: FixedClock, readonly signer: SealSigner, readonly anchor: string) {}

  static async open(): Promise<VerifierFixture> {
    const database = await testDatabase();
    const { app } = await platform(database, [SigningModule.withMasterKey(new MasterKey(randomBytes(32)))]);
    const id = newId<'Organization'>() as OrganizationId;
    const keys = app.get(OrganizationKeys);
    const made = await app.get(SealerDb).run(systemActor(id), (tx) => keys.ensure(tx, id, sampleCertificate().issuer.legalName, new Date('2026-11-02T00:00:00Z')));
    const signer = await app.get(SealerDb).run(systemActor(id), (tx) => keys.signerFor(tx, id));
    const clock = new FixedClock(NOW);
    const door = await createVerifier({ verifierUrl: database.url('kenshu_verifier'), publicUrl: 'http://localhost:3000', logger: createLogger(process.env.TEST_LOG ?? 'silent', 'test'), clock });
    return new VerifierFixture(database, app, door, clock, signer, made.authorityPem);
  }

  async close(): Promise<void> {
    await this.door?.close();
    await this.app?.close();
    await this.database?.drop();
  }

  /** A sealed certificate: the record and the PDF around it. */
  async certificate(change: Partial<CertificateStatement> = {}): Promise<{ statement: CertificateStatement; record: Uint8Array; pdf: Uint8Array }> {
    const statement = sampleCertificate(change);
    const acts = statement.signOff.map((act, index): SealedAct => ({ ...act, personKey: `E-00${index}`, digest: statement.inspection.digest }));
    const { bytes: record } = await sealStatement({ ...statement } as SealedStatement, acts, this.signer, NOW);
    const pdf = await sealPdf(await plainPdf(statement.number), {
      attachments: [{ name: 'statement.json', mime: 'application/json', bytes: record, description: '署名された記録' }],
      signer: this.signer, reason: '検収確認書の発行', location: '日本', signedAt: NOW,
    });
    return { statement, record, pdf };
  }

  /** What the worker writes beside the seal. */
  async publish(statement: CertificateStatement, { status = 'issued', replacedBy, reasonKind, pdf }: Entry = {}): Promise<void> {
    const sealer = await this.database.source('kenshu_sealer');
    await sealer.query(
      `insert into published.certificate (number, code_sha256, statement_sha256, pdf_sha256, status, issued_on, replaced_by, reason_kind, changed_at, holder_card)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [statement.number, sha256Hex(Buffer.from(statement.verification.code)), canonicalDigest(statement), pdf ? sha256Hex(pdf) : null, status,
        statement.dates.issued, replacedBy ?? null, reasonKind ?? null, NOW, lockWithCode(statement.verification.code, holderCard(statement))]);
  }
}

/** Another number and another code. */
export const numbered = (sequence: number): Partial<CertificateStatement> => {
  const code = `${'ABCDEFGHIJ'[sequence % 10]}`.repeat(26);
  return { number: `MKD-2026-${String(sequence).padStart(6, '0')}`, verification: { code, url: `https://kenshu.example.jp/verify/${code}` } };
};
