import { X509Certificate } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SealObject } from '@libs/attestation';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { notFound } from '@platform/errors';
import { Ledger } from '@platform/ledger';
import { sha256Hex } from '@platform/signing';
import type { SealedEnvelope } from '@platform/signing';
import { SealerDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { parseCertificate } from './certificate.document.js';
import { CertificateActs } from './certificate.policy.js';
import { CertificatesRepository } from './certificates.repository.js';
import type { StoredCertificate } from './certificates.repository.js';
import { RegisterRepository } from './register.repository.js';

export const CERTIFICATE_OBJECT = 'certificate';

/** The proof of a sealed certificate, for both parties and for strangers. Part of the sealing transaction. */
@Injectable()
export class CertificateProof {
  constructor(private readonly ledger: Ledger, private readonly register: RegisterRepository, private readonly clock: Clock) {}

  async within(tx: TenantTx, certificate: StoredCertificate, requestId: string, sealSha256: string): Promise<void> {
    const { buyerOrganizationId, supplierOrganizationId, id } = certificate;
    await this.ledger.append(tx, { id: requestId, buyerOrganizationId, supplierOrganizationId },
      { kind: CertificateActs.seal.name, objectId: id, objectSha256: sealSha256 });
    await this.register.publish(tx, certificate, this.clock.now());
  }
}

/** Step 2 of issuing, the sealer's: say that signing begins; then seal, ledger entry and register in one transaction. */
@Injectable()
export class SealCertificate {
  constructor(
    private readonly db: SealerDb, private readonly repository: CertificatesRepository, private readonly sealing: SealObject,
    private readonly proof: CertificateProof, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** `actor`: the system, of the buyer. Repeatable after a crash at any point. @throws not_found; Error when the stored bytes are not what was prepared. */
  async execute(actor: Actor, { certificateId }: { readonly certificateId: string }): Promise<void> {
    authorize(actor, CertificateActs.seal, this.clock.now());
    await this.db.run(actor, (tx) => this.begin(tx, certificateId));
    await this.db.run(actor, (tx) => this.within(tx, certificateId));
  }

  /** Its own transaction: whoever finds a certificate without a seal later knows that signing was tried. */
  async begin(tx: TenantTx, certificateId: string): Promise<void> {
    const certificate = await this.locked(tx, certificateId);
    if (certificate.signingAt !== null) return;
    await this.repository.signing(tx, certificateId, this.clock.now());
    await this.audit.record(tx, CertificateActs.sign, { kind: CERTIFICATE_OBJECT, id: certificateId }, { number: certificate.number, sha256: certificate.sha256 });
  }

  async within(tx: TenantTx, certificateId: string): Promise<void> {
    const certificate = await this.locked(tx, certificateId);
    if (certificate.sealedAt !== null) return;
    const statement = intactStatement(certificate);
    const seal = await this.sealing.within(tx, {
      object: { kind: CERTIFICATE_OBJECT, id: certificateId }, parties: certificate, statement: { ...statement }, acts: certificate.acts,
    });
    assertIssuerNamed(seal.envelope, statement.issuer.legalName);
    await this.proof.within(tx, certificate, statement.basis.request.id, seal.sha256);
    await this.repository.sealed(tx, certificateId, this.clock.now());
    await this.audit.record(tx, CertificateActs.seal, { kind: CERTIFICATE_OBJECT, id: certificateId }, { number: certificate.number, sealSha256: seal.sha256 });
  }

  private async locked(tx: TenantTx, id: string): Promise<StoredCertificate> {
    const certificate = await this.repository.locked(tx, id);
    if (!certificate) throw notFound('certificate');
    return certificate;
  }
}

/** Never a seal on bytes that were changed after they were prepared. */
export function intactStatement(certificate: StoredCertificate) {
  if (sha256Hex(new TextEncoder().encode(certificate.canonical)) !== certificate.sha256) throw new Error(`certificate ${certificate.number} is not what was prepared`);
  return parseCertificate(certificate.canonical);
}

/** An organisation renamed between preparing and sealing would seal a paper that names another one, and every verifier would refuse it. */
function assertIssuerNamed(envelope: SealedEnvelope, legalName: string): void {
  const { subject } = new X509Certificate(Buffer.from(envelope.chain[0] ?? '', 'base64')).toLegacyObject();
  if (String(subject.O) !== legalName) throw new Error(`the seal is of ${String(subject.O)}, the certificate of ${legalName}`);
}
