import { Injectable } from '@nestjs/common';
import { FormReader } from '@platform-pure/forms';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, invalid, notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { CertificateActs } from './certificate.policy.js';
import { Certificates } from './certificates.queries.js';
import { REVOCATION_KINDS } from './certificate.states.js';
import type { RevocationKind } from './certificate.states.js';
import { DecisionsRepository } from './decisions.repository.js';

export interface RevokeCertificateInput { readonly certificateId: string; readonly kind: RevocationKind; readonly reason: string }

/** 失効: nobody is to rely on it any more. The kind is published, the words stay between the parties. */
@Injectable()
export class RevokeCertificate {
  constructor(
    private readonly db: TenantDb, private readonly certificates: Certificates, private readonly decisions: DecisionsRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Throws `certificate.decision_invalid`, `certificate.not_issued`, `certificate.person_key_missing`. */
  async execute(actor: Actor, input: RevokeCertificateInput): Promise<void> {
    authorize(actor, CertificateActs.revoke, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, { certificateId, kind, reason: given }: RevokeCertificateInput): Promise<void> {
    const form = new FormReader();
    const reason = form.text('reason', given, 200);
    const reasonKind = form.oneOf('kind', kind, REVOCATION_KINDS);
    form.finish('certificate.decision_invalid');
    if (!tx.actor.personKey) throw invalid('certificate.person_key_missing');
    await tx.lock('certificate', certificateId);
    const certificate = await this.certificates.byId(tx, certificateId);
    if (certificate.buyerOrganizationId !== tx.organizationId) throw notFound('certificate');
    if (certificate.state !== 'issued') throw conflict('certificate.not_issued', { number: certificate.number });
    await this.decisions.revoke(tx, certificateId, reasonKind, reason, this.clock.now());
    await this.audit.record(tx, CertificateActs.revoke, { kind: 'certificate', id: certificateId }, { number: certificate.number, kind: reasonKind, reason });
  }
}
