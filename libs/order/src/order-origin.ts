import { Injectable } from '@nestjs/common';
import { SupplierSites } from '@libs/supplier';
import { conflict, invalid, notFound } from '@platform/errors';
import type { TenantTx } from '@platform/tenancy';
import type { OrderTerms } from './order.rules.js';
import type { OrderedFrom } from './order-lines.repository.js';
import { PinnableAgreements } from './pinnable-agreements.queries.js';

/** From which factory, and under which agreement, a draft is meant to be ordered. */
@Injectable()
export class OrderOrigin {
  constructor(private readonly sites: SupplierSites, private readonly agreements: PinnableAgreements) {}

  /** Throws `order.agreement_of_another_site`, `order.agreement_without_requirement`; not_found for a site or an agreement of strangers. */
  async read(tx: TenantTx, terms: OrderTerms, input: { readonly supplierSiteId: string; readonly plannedAgreementId?: string | null }): Promise<OrderedFrom> {
    const site = await this.sites.byId(tx, input.supplierSiteId);
    const plannedAgreementId = input.plannedAgreementId ?? null;
    if (plannedAgreementId !== null) await this.check(tx, terms, site.id, plannedAgreementId);
    return { id: site.id, joined: site.joinedOrganizationId, plannedAgreementId };
  }

  private async check(tx: TenantTx, { secureRequirement }: OrderTerms, siteId: string, agreementId: string): Promise<void> {
    if (!secureRequirement) throw conflict('order.agreement_without_requirement');
    const agreement = await this.agreements.byId(tx, agreementId);
    if (!agreement) throw notFound('agreement');
    if (agreement.supplierSiteId !== siteId) throw invalid('order.agreement_of_another_site');
  }
}
