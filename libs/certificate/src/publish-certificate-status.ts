import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { SealerDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { CertificateActs } from './certificate.policy.js';
import type { PublishedStatus } from './certificate.states.js';
import { RegisterRepository } from './register.repository.js';

/** The reaction to `certificate.revoke`: the public register says what the approver decided. */
@Injectable()
export class PublishCertificateStatus {
  constructor(private readonly db: SealerDb, private readonly register: RegisterRepository, private readonly audit: AuditTrail, private readonly clock: Clock) {}

  /** Repeatable. @returns the status it published, null when the register said so already. */
  async execute(actor: Actor, { certificateId }: { readonly certificateId: string }): Promise<PublishedStatus | null> {
    authorize(actor, CertificateActs.publish, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, certificateId));
  }

  async within(tx: TenantTx, certificateId: string): Promise<PublishedStatus | null> {
    await tx.lock('certificate', certificateId);
    const status = await this.register.follow(tx, certificateId, this.clock.now());
    if (status !== null) await this.audit.record(tx, CertificateActs.publish, { kind: 'certificate', id: certificateId }, { status });
    return status;
  }
}
