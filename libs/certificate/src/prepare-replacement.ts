import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { CertificateActs } from './certificate.policy.js';
import { Certificates } from './certificates.queries.js';
import type { CertificateId } from './number.rules.js';
import { PrepareCertificate } from './prepare-certificate.js';

/** The reaction to `certificate.supersede`: the same inspection once more, with today's names and numbers; the old one stands until the new one is issued. */
@Injectable()
export class PrepareReplacement {
  constructor(
    private readonly db: TenantDb, private readonly certificates: Certificates, private readonly preparing: PrepareCertificate, private readonly clock: Clock,
  ) {}

  /** Repeatable. Null when nobody asked for a replacement, or the certificate was revoked meanwhile. */
  async execute(actor: Actor, { certificateId }: { readonly certificateId: string }): Promise<CertificateId | null> {
    authorize(actor, CertificateActs.prepare, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, certificateId));
  }

  async within(tx: TenantTx, certificateId: string): Promise<CertificateId | null> {
    const { id, number, inspectionId, supersessionReason, revokedAt } = await this.certificates.byId(tx, certificateId);
    if (supersessionReason === null || revokedAt !== null) return null;
    return this.preparing.within(tx, inspectionId, { id, number, reason: supersessionReason });
  }
}
