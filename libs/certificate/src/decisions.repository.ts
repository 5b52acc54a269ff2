import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@platform/tenancy';
import type { RevocationKind } from './certificate.states.js';

/** Superseding and revoking: rows of their own, so that the certificate itself never changes. */
@Injectable()
export class DecisionsRepository {
  async supersede(tx: TenantTx, certificateId: string, reason: string, at: Date): Promise<void> {
    const { actor } = tx;
    await tx.query(
      `insert into app.certificate_supersession (certificate_id, buyer_organization_id, reason, decided_by, decided_by_department, decided_by_person_key, method, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [certificateId, tx.organizationId, reason, actor.name, actor.department, actor.personKey, actor.stepUp?.method, at]);
  }

  async revoke(tx: TenantTx, certificateId: string, kind: RevocationKind, reason: string, at: Date): Promise<void> {
    const { actor } = tx;
    await tx.query(
      `insert into app.certificate_revocation (certificate_id, buyer_organization_id, reason_kind, reason, decided_by, decided_by_department,
         decided_by_person_key, method, decided_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [certificateId, tx.organizationId, kind, reason, actor.name, actor.department, actor.personKey, actor.stepUp?.method, at]);
  }
}
