import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict } from '@platform/errors';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { OrganizationActs } from './organization.policy.js';
import { OrganizationsRepository } from './organizations.repository.js';
import { readSite } from './site.rules.js';
import type { SiteInput } from './site.rules.js';
import type { SiteId } from './sites.queries.js';

export type AddSiteInput = SiteInput;

@Injectable()
export class AddSite {
  constructor(
    private readonly db: TenantDb, private readonly organizations: OrganizationsRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** @throws Invalid `organization.site_invalid`; Conflict `organization.site_exists`. */
  async execute(actor: Actor, input: AddSiteInput): Promise<SiteId> {
    authorize(actor, OrganizationActs.add_site, this.clock.now());
    const site = readSite(input);
    const id = newId<'Site'>();
    return this.db.run(actor, async (tx) => {
      if (!await this.organizations.insertSite(tx, id, site, this.clock.now())) throw conflict('organization.site_exists', { name: site.name });
      await this.audit.record(tx, OrganizationActs.add_site, { kind: 'site', id }, { name: site.name });
      return id;
    });
  }
}
