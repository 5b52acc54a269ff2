import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { OrganizationActs } from './organization.policy.js';
import { OrganizationsRepository } from './organizations.repository.js';
import { readSite } from './site.rules.js';
import type { SiteContent, SiteInput } from './site.rules.js';
import { Sites } from './sites.queries.js';
import type { SiteId } from './sites.queries.js';

export interface ChangeSiteInput extends SiteInput { readonly siteId: SiteId }

@Injectable()
export class ChangeSite {
  constructor(
    private readonly db: TenantDb, private readonly sites: Sites, private readonly organizations: OrganizationsRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** @throws NotFound; Invalid `organization.site_invalid`; Conflict `organization.site_exists`. */
  async execute(actor: Actor, { siteId, ...input }: ChangeSiteInput): Promise<void> {
    authorize(actor, OrganizationActs.change_site, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, siteId, input));
  }

  private async within(tx: TenantTx, id: SiteId, input: SiteInput): Promise<void> {
    await tx.lock('sites', tx.organizationId); // two of one name cannot be made at once
    const before = await this.sites.byId(tx, id);
    if (!before) throw notFound('site');
    const after: SiteContent = readSite(input);
    if ((await this.sites.list(tx)).some((other) => other.id !== id && other.name === after.name)) throw conflict('organization.site_exists', { name: after.name });
    await this.organizations.updateSite(tx, id, after);
    const { id: _, ...from } = before;
    await this.audit.record(tx, OrganizationActs.change_site, { kind: 'site', id }, { from, to: { ...after } });
  }
}
