import { Injectable } from '@nestjs/common';
import type { TokenId } from '@platform/identity';
import { notFound } from '@platform/errors';
import type { Id, OrganizationId, TenantTx } from '@platform/tenancy';

export type AcceptanceId = Id<'SupplierAcceptance'>;

export interface Acceptance {
  readonly id: AcceptanceId;
  readonly buyerOrganizationId: OrganizationId;
  readonly supplierOrganizationId: OrganizationId;
  readonly supplierSiteId: string;
  readonly tokenId: TokenId;
  readonly acceptedBy: string;
  readonly acceptedAt: Date;
}

/** The supplier's own word that it answers for a factory; the buyer's side checks it before anything is opened to it. */
@Injectable()
export class AcceptancesRepository {
  async insert(tx: TenantTx, made: Omit<Acceptance, 'supplierOrganizationId' | 'acceptedBy'>): Promise<void> {
    await tx.query(
      `insert into app.supplier_acceptance (id, buyer_organization_id, supplier_organization_id, supplier_site_id, token_id, accepted_by, accepted_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [made.id, made.buyerOrganizationId, tx.organizationId, made.supplierSiteId, made.tokenId, tx.actor.name, made.acceptedAt]);
  }

  /** @throws not_found */
  async byId(tx: TenantTx, id: string): Promise<Acceptance> {
    const [row] = await tx.query<Acceptance>(
      `select id, buyer_organization_id as "buyerOrganizationId", supplier_organization_id as "supplierOrganizationId",
         supplier_site_id as "supplierSiteId", token_id as "tokenId", accepted_by as "acceptedBy", accepted_at as "acceptedAt"
       from app.supplier_acceptance where id = $1`, [id]);
    if (!row) throw notFound('request');
    return row;
  }
}
