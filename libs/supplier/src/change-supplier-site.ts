import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { SupplierActs } from './supplier.policy.js';
import { readSite } from './supplier.rules.js';
import type { SupplierSiteInput } from './supplier.rules.js';
import { SupplierSites } from './supplier-sites.queries.js';
import { SupplierSitesRepository } from './supplier-sites.repository.js';

@Injectable()
export class ChangeSupplierSite {
  constructor(
    private readonly db: TenantDb, private readonly sites: SupplierSites, private readonly repository: SupplierSitesRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** `version` is the one the person saw: an edit over somebody else's is `supplier.stale`. Throws `supplier.site_invalid`, `supplier.already_registered`. */
  async execute(actor: Actor, siteId: string, version: number, input: SupplierSiteInput): Promise<void> {
    authorize(actor, SupplierActs.change, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, siteId, version, input));
  }

  async within(tx: TenantTx, siteId: string, version: number, input: SupplierSiteInput): Promise<void> {
    const before = await this.sites.byId(tx, siteId);
    const content = readSite(input);
    if (await this.repository.isTaken(tx, content, before.id)) {
      throw conflict('supplier.already_registered', { code: content.counterpartyCode, factory: content.factoryName });
    }
    if (!await this.repository.change(tx, before.id, content, version)) throw conflict('supplier.stale');
    await this.audit.record(tx, SupplierActs.change, { kind: 'supplier_site', id: before.id }, { changed: changedFields(before, content) });
  }
}

/** Names of what changed; the values stay in the row, the trail is no second copy of contact data. */
function changedFields<T extends object>(before: T, after: Partial<T>): string[] {
  return (Object.keys(after) as (keyof T & string)[]).filter((field) => before[field] !== after[field]);
}
