import { Injectable } from '@nestjs/common';
import { SupplierSites } from '@libs/supplier';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { Grants, TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { OrderActs } from './order.policy.js';
import { OrderLinesRepository } from './order-lines.repository.js';

/**
 * Orders placed before anybody joined for the factory are the buyer's own rows; after joining, the supplier reads them, their lots and their
 * certificates through one grant per line (design §3).
 */
@Injectable()
export class ShareOrders {
  constructor(
    private readonly db: TenantDb, private readonly lines: OrderLinesRepository, private readonly sites: SupplierSites,
    private readonly grants: Grants, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Repeatable. @returns how many lines are shared. */
  async execute(actor: Actor, supplierSiteId: string): Promise<number> {
    authorize(actor, OrderActs.share, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, supplierSiteId));
  }

  async within(tx: TenantTx, supplierSiteId: string): Promise<number> {
    const site = await this.sites.byId(tx, supplierSiteId);
    if (site.joinedOrganizationId === null) return 0;
    const lines = await this.lines.placedWithoutOrganization(tx, supplierSiteId);
    for (const line of lines) await this.grants.give(tx, 'order_line', line.id, site.joinedOrganizationId, this.clock.now());
    if (lines.length > 0) await this.audit.record(tx, OrderActs.share, { kind: 'supplier_site', id: site.id }, { lines: lines.length });
    return lines.length;
  }
}
