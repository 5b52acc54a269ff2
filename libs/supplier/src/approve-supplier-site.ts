import { Injectable } from '@nestjs/common';
import { Organizations } from '@libs/organization';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { localDate } from '@platform-pure/forms';
import { SupplierActs } from './supplier.policy.js';
import { readApprovalDay } from './supplier.rules.js';
import { SupplierSites } from './supplier-sites.queries.js';
import { SupplierSitesRepository } from './supplier-sites.repository.js';

/** 認定: the buyer has verified the factory and may trade with it. */
@Injectable()
export class ApproveSupplierSite {
  constructor(
    private readonly db: TenantDb, private readonly sites: SupplierSites, private readonly repository: SupplierSitesRepository,
    private readonly organizations: Organizations, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Throws `supplier.already_approved`, `supplier.site_invalid` for an impossible day. */
  async execute(actor: Actor, siteId: string, approvedOn?: string): Promise<void> {
    authorize(actor, SupplierActs.approve, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, siteId, approvedOn));
  }

  async within(tx: TenantTx, siteId: string, approvedOn?: string): Promise<void> {
    await tx.lock('supplier_site', siteId);
    const site = await this.sites.byId(tx, siteId);
    if (site.approvedOn !== null) throw conflict('supplier.already_approved', { day: site.approvedOn });
    const { timeZone } = await this.organizations.own(tx);
    const day = readApprovalDay(site, approvedOn, localDate(this.clock.now(), timeZone));
    await this.repository.approve(tx, site.id, day);
    await this.audit.record(tx, SupplierActs.approve, { kind: 'supplier_site', id: site.id }, { approvedOn: day });
  }
}
