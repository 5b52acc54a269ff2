import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { AddSite, ChangeSite, OrganizationActs } from '@libs/organization';
import type { SiteId, SiteInput } from '@libs/organization';
import { CurrentActor, IdPipe, May } from '@platform/http';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { SiteForm } from './forms.js';
import { OrganizationPages } from './organization-pages.js';

@Controller('organization/sites')
export class SitesController {
  constructor(private readonly pages: OrganizationPages, private readonly addSite: AddSite, private readonly changeSite: ChangeSite) {}

  @Get()
  @May(OrganizationActs.read)
  list(@CurrentActor() actor: Actor): Promise<Page> {
    return this.pages.siteList(actor);
  }

  @Post()
  @May(OrganizationActs.add_site)
  add(@Body() form: SiteForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await this.addSite.execute(actor, inputOf(form));
      return done(request, 'portal_organization.site_added');
    }, (problems) => this.pages.siteList(actor, { typed: form, problems }));
  }

  @Get(':id')
  @May(OrganizationActs.change_site)
  show(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.pages.site(actor, id);
  }

  @Post(':id')
  @May(OrganizationActs.change_site)
  change(@Param('id', IdPipe) id: string, @Body() form: SiteForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await this.changeSite.execute(actor, { siteId: id as SiteId, ...inputOf(form) });
      return done(request, 'portal_organization.site_changed');
    }, (problems) => this.pages.site(actor, id, { typed: form, problems }));
  }
}

const inputOf = ({ name = '', nameEn, address = '' }: SiteForm): SiteInput => ({ name, nameEn: nameEn ?? null, address });

function done(request: PortalRequest, notice: string): SeeOther {
  leaveNotice(request, notice);
  return new SeeOther('/organization/sites');
}
