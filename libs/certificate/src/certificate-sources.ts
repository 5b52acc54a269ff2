import { Injectable } from '@nestjs/common';
import { Deliveries } from '@libs/delivery';
import type { Delivery } from '@libs/delivery';
import { Inspections } from '@libs/inspection';
import type { FrozenInspection, InspectionDetail } from '@libs/inspection';
import { OrderLines } from '@libs/order';
import type { OrderLine } from '@libs/order';
import { Organizations } from '@libs/organization';
import type { NamedOrganization, OrganizationRow } from '@libs/organization';
import { Agreements } from '@libs/review';
import type { Agreement } from '@libs/review';
import { SupplierSites } from '@libs/supplier';
import type { SupplierSite } from '@pure/supplier';
import type { TenantTx } from '@platform/tenancy';

/** Everything a certificate is written from. */
export interface Sources {
  readonly inspection: InspectionDetail;
  readonly frozen: FrozenInspection;
  readonly line: OrderLine;
  readonly delivery: Delivery;
  /** Of the line, this one included. */
  readonly lots: readonly Delivery[];
  readonly agreement: Agreement;
  readonly buyer: OrganizationRow;
  readonly site: SupplierSite;
  readonly supplier: NamedOrganization | undefined;
}

@Injectable()
export class CertificateSources {
  constructor(
    private readonly inspections: Inspections, private readonly lines: OrderLines, private readonly deliveries: Deliveries,
    private readonly agreements: Agreements, private readonly organizations: Organizations, private readonly sites: SupplierSites,
  ) {}

  /** Null unless the inspection entitles to a certificate: approved, passed, with a pinned agreement and セキュア要求 あり (domain.md §0b.18). */
  async read(tx: TenantTx, inspectionId: string): Promise<Sources | null> {
    const inspection = await this.inspections.byId(tx, inspectionId);
    const frozen = inspection.statement;
    const agreementId = inspection.basis.agreement?.id;
    if (inspection.state !== 'approved' || frozen?.document.verdict !== 'passed' || !agreementId) return null;
    const line = await this.lines.byId(tx, inspection.lot.orderLineId);
    if (!line.secureRequirement || line.agreementId !== agreementId) return null;
    const lots = await this.deliveries.list(tx, { orderLineId: line.id });
    const delivery = await this.deliveries.byId(tx, inspection.lot.deliveryId);
    const site = await this.sites.byId(tx, line.supplierSiteId);
    return {
      inspection, frozen, line, delivery, lots, site, agreement: await this.agreements.byId(tx, agreementId), buyer: await this.organizations.own(tx),
      supplier: site.joinedOrganizationId ? await this.organizations.named(tx, site.joinedOrganizationId) : undefined,
    };
  }
}
