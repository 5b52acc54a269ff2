import { Injectable } from '@nestjs/common';
import type { OrganizationId, TenantTx } from '@platform/tenancy';
import type { SupplierSiteContent, SupplierSiteId } from './supplier.rules.js';

const contentOf = (content: SupplierSiteContent): unknown[] => [
  content.counterpartyCode, content.makerName, content.makerNameEn, content.factoryName, content.address, content.kind, content.sme,
  content.contactName, content.contactEmail,
];

@Injectable()
export class SupplierSitesRepository {
  /** False when the organisation already has a factory of that name under that code. */
  async insert(tx: TenantTx, id: SupplierSiteId, content: SupplierSiteContent, registeredOn: string): Promise<boolean> {
    const rows = await tx.query(
      `insert into app.supplier_site (counterparty_code, maker_name, maker_name_en, factory_name, address, kind, sme, contact_name, contact_email,
         id, organization_id, registered_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (organization_id, counterparty_code, factory_name) do nothing returning id`,
      [...contentOf(content), id, tx.organizationId, registeredOn]);
    return rows.length === 1;
  }

  /** False when somebody else changed the row since `version` was read. */
  async change(tx: TenantTx, id: string, content: SupplierSiteContent, version: number): Promise<boolean> {
    const touched = await tx.affect(
      `update app.supplier_site set counterparty_code = $1, maker_name = $2, maker_name_en = $3, factory_name = $4, address = $5, kind = $6,
         sme = $7, contact_name = $8, contact_email = $9, version = version + 1 where id = $10 and version = $11`,
      [...contentOf(content), id, version]);
    return touched === 1;
  }

  /** Whether another row of the ledger already names this factory. */
  async isTaken(tx: TenantTx, content: SupplierSiteContent, id: string): Promise<boolean> {
    const rows = await tx.query(
      'select id from app.supplier_site where counterparty_code = $1 and factory_name = $2 and id <> $3',
      [content.counterpartyCode, content.factoryName, id]);
    return rows.length > 0;
  }

  async approve(tx: TenantTx, id: string, approvedOn: string): Promise<void> {
    await tx.query('update app.supplier_site set approved_on = $2, version = version + 1 where id = $1', [id, approvedOn]);
  }

  async join(tx: TenantTx, id: string, organizationId: OrganizationId, at: Date): Promise<void> {
    await tx.query(
      'update app.supplier_site set joined_organization_id = $2, joined_at = $3, version = version + 1 where id = $1', [id, organizationId, at]);
  }
}
