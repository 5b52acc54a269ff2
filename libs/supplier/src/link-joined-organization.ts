import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, OrganizationId, TenantTx } from '@platform/tenancy';
import { SupplierActs } from './supplier.policy.js';
import { SupplierSites } from './supplier-sites.queries.js';
import { SupplierSitesRepository } from './supplier-sites.repository.js';

/** A factory's organisation became known: somebody accepted the invitation for it. Set once. */
@Injectable()
export class LinkJoinedOrganization {
  constructor(
    private readonly db: TenantDb, private readonly sites: SupplierSites, private readonly repository: SupplierSitesRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Throws `supplier.joined_by_another` when the factory belongs to another organisation already. */
  async execute(actor: Actor, siteId: string, organizationId: OrganizationId): Promise<void> {
    authorize(actor, SupplierActs.link, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, siteId, organizationId));
  }

  /** Repeatable: the same organisation again changes nothing. */
  async within(tx: TenantTx, siteId: string, organizationId: OrganizationId): Promise<void> {
    await tx.lock('supplier_site', siteId);
    const site = await this.sites.byId(tx, siteId);
    if (site.joinedOrganizationId === organizationId) return;
    if (site.joinedOrganizationId !== null) throw conflict('supplier.joined_by_another', { factory: site.factoryName });
    await this.repository.join(tx, site.id, organizationId, this.clock.now());
    await this.audit.record(tx, SupplierActs.link, { kind: 'supplier_site', id: site.id }, { organizationId });
  }
}
