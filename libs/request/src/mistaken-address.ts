import { Injectable } from '@nestjs/common';
import { ChangeSupplierSite, SupplierActs, SupplierSites } from '@libs/supplier';
import { OneTimeTokens } from '@platform/identity';
import { may } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import type { SecurityRequest } from './requests.queries.js';

/** What a wrong address leaves behind: a link in a stranger's mailbox that could be accepted for the factory, and the ledger from which the next request would go there again. */
@Injectable()
export class MistakenAddress {
  constructor(private readonly tokens: OneTimeTokens, private readonly sites: SupplierSites, private readonly change: ChangeSupplierSite) {}

  async mend(tx: TenantTx, { supplierSiteId }: Pick<SecurityRequest, 'supplierSiteId'>, address: { readonly before: string; readonly email: string; readonly name: string | null }): Promise<void> {
    if (supplierSiteId === null || address.before === address.email) return;
    await this.tokens.endMailed('supplier_invitation', address.before, { buyerOrganizationId: tx.organizationId, supplierSiteId }, tx);
    const site = await this.sites.byId(tx, supplierSiteId);
    if (site.contactEmail?.toLowerCase() !== address.before || !may(tx.actor, SupplierActs.change)) return;
    await this.change.within(tx, site.id, site.version, { ...site, contactEmail: address.email, contactName: address.name ?? site.contactName });
  }
}
