import { Injectable } from '@nestjs/common';
import { OrganizationActs, Organizations, Sites } from '@libs/organization';
import type { SiteId } from '@libs/organization';
import { Clock } from '@platform/clock';
import { notFound } from '@platform-pure/errors';
import { TenantDb, may } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { formView } from '../web/form.view.js';
import { Page } from '../web/page.js';
import type { Problem } from '../web/problems.js';
import { organizationView } from './organization.view.js';

const SITE_FIELDS = ['name', 'nameEn', 'address'];
interface Refused { readonly typed: object; readonly problems: readonly Problem[] }

@Injectable()
export class OrganizationPages {
  constructor(private readonly db: TenantDb, private readonly organizations: Organizations, private readonly sites: Sites, private readonly clock: Clock) {}

  async profile(actor: Actor, refused?: Refused): Promise<Page> {
    const row = await this.db.run(actor, (tx) => this.organizations.own(tx));
    const rights = { change: may(actor, OrganizationActs.change_profile), policy: may(actor, OrganizationActs.change_sign_off_policy) };
    return new Page('organization/show', organizationView(row, rights, this.clock.now(), refused), { title: 'organization.profile.title' });
  }

  async siteList(actor: Actor, refused?: Refused): Promise<Page> {
    const sites = await this.db.run(actor, (tx) => this.sites.list(tx));
    const form = may(actor, OrganizationActs.add_site) ? formView(SITE_FIELDS, refused?.typed ?? {}, refused?.problems) : null;
    return new Page('organization/sites', { sites, mayChange: may(actor, OrganizationActs.change_site), form }, { title: 'organization.site.title' });
  }

  /** @throws NotFound. */
  async site(actor: Actor, id: string, refused?: Refused): Promise<Page> {
    const site = await this.db.run(actor, (tx) => this.sites.byId(tx, id as SiteId));
    if (!site) throw notFound('site');
    return new Page('organization/site', { id, form: formView(SITE_FIELDS, refused?.typed ?? { ...site, nameEn: site.nameEn ?? '' }, refused?.problems) }, { title: 'portal_organization.site_change' });
  }
}
