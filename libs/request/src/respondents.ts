import { Injectable } from '@nestjs/common';
import { Organizations, Sites } from '@libs/organization';
import type { SiteId } from '@libs/organization';
import { SupplierSites } from '@libs/supplier';
import { invalid, notFound } from '@platform/errors';
import type { OrganizationId, TenantTx } from '@platform/tenancy';
import { canBeReached } from './sending.rules.js';
import type { Respondent, SendRequestInput } from './sending.rules.js';

export interface Addressee {
  readonly supplierSiteId: string | null;
  readonly ownSiteId: string | null;
  /** Null for a factory that nobody has joined for. */
  readonly organizationId: OrganizationId | null;
  readonly respondent: Respondent;
  /** The ledger's contact, who is invited where nobody has joined and no other address is given. */
  readonly contact: { readonly email: string; readonly name: string | null } | null;
}

/** Finds who a request goes to: a factory of the ledger, or a plant of one's own (domain.md §0b.12). */
@Injectable()
export class Respondents {
  constructor(private readonly suppliers: SupplierSites, private readonly sites: Sites, private readonly organizations: Organizations) {}

  /** Throws not_found; `request.contact_missing` for a factory that nobody joined for and no mail reaches. */
  async find(tx: TenantTx, input: Pick<SendRequestInput, 'supplierSiteId' | 'ownSiteId' | 'recipients'>): Promise<Addressee> {
    return input.ownSiteId ? this.ownFactory(tx, input.ownSiteId) : this.factory(tx, input.supplierSiteId ?? '', input.recipients ?? []);
  }

  private async factory(tx: TenantTx, id: string, recipients: readonly string[]): Promise<Addressee> {
    const site = await this.suppliers.byId(tx, id);
    if (!canBeReached(site) && recipients.length === 0) throw invalid('request.contact_missing', { factory: site.factoryName });
    const { makerName, factoryName, address } = site;
    const contact = site.contactEmail === null ? null : { email: site.contactEmail.toLowerCase(), name: site.contactName };
    return { supplierSiteId: id, ownSiteId: null, organizationId: site.joinedOrganizationId, respondent: { makerName, factoryName, address }, contact };
  }

  private async ownFactory(tx: TenantTx, id: string): Promise<Addressee> {
    const site = await this.sites.byId(tx, id as SiteId);
    if (!site) throw notFound('site');
    const { name } = await this.organizations.own(tx);
    return {
      supplierSiteId: null, ownSiteId: id, organizationId: tx.organizationId,
      respondent: { makerName: name, factoryName: site.name, address: site.address }, contact: null,
    };
  }
}
