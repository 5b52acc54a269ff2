import { Injectable } from '@nestjs/common';
import type { Bilingual } from '@pure/catalog';
import type { TenantTx } from '@platform/tenancy';

/** An agreement as people name it when they order: by the number of its request. */
export interface PinnableAgreement {
  readonly id: string;
  readonly requestId: string;
  readonly requestNumber: string;
  readonly supplierSiteId: string;
  readonly title: Bilingual | null;
  readonly specificationNumber: string;
  readonly edition: number;
  readonly agreedAt: Date;
}

const SELECT = `select g.id, r.id as "requestId", r.number as "requestNumber", r.supplier_site_id as "supplierSiteId", e.document -> 'title' as title,
    e.document ->> 'number' as "specificationNumber", e.edition, g.agreed_at as "agreedAt"
  from app.agreement g join app.security_request r on r.id = g.request_id left join app.specification_edition e on e.id = r.specification_edition_id
  where g.buyer_organization_id = $1 and r.supplier_site_id is not null`;

/** What an order line can be placed under, newest first: the newest of a factory is the one that is proposed. */
@Injectable()
export class PinnableAgreements {
  async list(tx: TenantTx): Promise<PinnableAgreement[]> {
    return tx.query(`${SELECT} order by g.agreed_at desc, g.id desc`, [tx.organizationId]);
  }

  async ofSite(tx: TenantTx, supplierSiteId: string): Promise<PinnableAgreement[]> {
    return tx.query(`${SELECT} and r.supplier_site_id = $2 order by g.agreed_at desc, g.id desc`, [tx.organizationId, supplierSiteId]);
  }

  async byId(tx: TenantTx, id: string): Promise<PinnableAgreement | undefined> {
    return (await tx.query<PinnableAgreement>(`${SELECT} and g.id = $2`, [tx.organizationId, id]))[0];
  }
}
