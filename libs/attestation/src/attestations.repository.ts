import { Injectable } from '@nestjs/common';
import type { OrganizationId, TenantTx } from '@platform/tenancy';
import { RESPONSE_STATEMENT } from './attestation.document.js';
import type { Attestation } from './attestation.document.js';

@Injectable()
export class AttestationsRepository {
  async add(tx: TenantTx, attestation: Attestation, buyerOrganizationId: OrganizationId): Promise<void> {
    await tx.query(
      `insert into app.attestation (id, buyer_organization_id, supplier_organization_id, statement_kind, statement_id, digest, role, name,
         department, person_key, member_id, method, without_separation, signed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [attestation.id, buyerOrganizationId, tx.organizationId, RESPONSE_STATEMENT, attestation.statementId, attestation.digest, attestation.role,
        attestation.name, attestation.department, attestation.personKey, tx.actor.memberId, attestation.method, attestation.withoutSeparation,
        attestation.signedAt]);
  }
}
