import { Injectable } from '@nestjs/common';
import type { OrganizationId, TenantTx } from '@platform/tenancy';
import type { Seal } from './seals.queries.js';

export interface SealParties { readonly buyerOrganizationId: OrganizationId; readonly supplierOrganizationId: OrganizationId | null }

/** Works on the sealer's role only: the runtime role may read seals and nothing else. */
@Injectable()
export class SealsRepository {
  async add(tx: TenantTx, seal: Seal, parties: SealParties): Promise<void> {
    await tx.query(
      `insert into app.seal (id, organization_id, buyer_organization_id, supplier_organization_id, object_kind, object_id, envelope, sha256, sealed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [seal.id, seal.organizationId, parties.buyerOrganizationId, parties.supplierOrganizationId, seal.objectKind, seal.objectId, seal.text,
        seal.sha256, seal.sealedAt]);
  }
}
