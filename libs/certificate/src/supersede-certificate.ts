import { Injectable } from '@nestjs/common';
import { FormReader } from '@platform-pure/forms';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, invalid, notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { CertificateActs } from './certificate.policy.js';
import { Certificates } from './certificates.queries.js';
import { DecisionsRepository } from './decisions.repository.js';

export interface SupersedeCertificateInput { readonly certificateId: string; readonly reason: string }

/** 差替え: the facts stand, something on the paper is wrong. The worker prepares the new one; until it is issued the old one is valid. */
@Injectable()
export class SupersedeCertificate {
  constructor(
    private readonly db: TenantDb, private readonly certificates: Certificates, private readonly decisions: DecisionsRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Throws `certificate.decision_invalid` without a reason, `certificate.not_issued`, `certificate.supersession_asked`, `certificate.person_key_missing`. */
  async execute(actor: Actor, input: SupersedeCertificateInput): Promise<void> {
    authorize(actor, CertificateActs.supersede, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, { certificateId, reason: given }: SupersedeCertificateInput): Promise<void> {
    const form = new FormReader();
    const reason = form.text('reason', given, 200);
    form.finish('certificate.decision_invalid');
    if (!tx.actor.personKey) throw invalid('certificate.person_key_missing');
    await tx.lock('certificate', certificateId);
    const certificate = await this.certificates.byId(tx, certificateId);
    if (certificate.buyerOrganizationId !== tx.organizationId) throw notFound('certificate');
    if (certificate.state !== 'issued') throw conflict('certificate.not_issued', { number: certificate.number });
    if (certificate.supersessionReason !== null) throw conflict('certificate.supersession_asked', { number: certificate.number });
    await this.decisions.supersede(tx, certificateId, reason, this.clock.now());
    await this.audit.record(tx, CertificateActs.supersede, { kind: 'certificate', id: certificateId }, { number: certificate.number, reason });
  }
}
