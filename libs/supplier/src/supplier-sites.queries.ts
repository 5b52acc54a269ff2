import { Injectable } from '@nestjs/common';
import { notFound } from '@platform/errors';
import type { TenantTx } from '@platform/tenancy';
import type { SupplierSite } from './supplier.rules.js';

const COLUMNS = `id, counterparty_code as "counterpartyCode", maker_name as "makerName", maker_name_en as "makerNameEn",
  factory_name as "factoryName", address, kind, sme, registered_on as "registeredOn", approved_on as "approvedOn",
  contact_name as "contactName", contact_email as "contactEmail", joined_organization_id as "joinedOrganizationId", joined_at as "joinedAt", version`;

/** The ledger as its owner reads it. */
@Injectable()
export class SupplierSites {
  /** @throws not_found for a stranger's site and for one that does not exist. */
  async byId(tx: TenantTx, id: string): Promise<SupplierSite> {
    const [site] = await tx.query<SupplierSite>(`select ${COLUMNS} from app.supplier_site where id = $1`, [id]);
    if (!site) throw notFound('supplier');
    return site;
  }

  /** In the order of the paper ledger: by counterparty code, then factory. */
  async list(tx: TenantTx): Promise<SupplierSite[]> {
    return tx.query<SupplierSite>(`select ${COLUMNS} from app.supplier_site order by counterparty_code, factory_name, id`);
  }
}
