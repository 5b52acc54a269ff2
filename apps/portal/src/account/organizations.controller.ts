import { Body, Controller, Get, Inject, Post, Query, Req } from '@nestjs/common';
import { SessionActors } from '@libs/organization';
import { SignedIn } from '@platform/http';
import { ChooseOrganization, startSession } from '@platform/identity';
import { notFound } from '@platform-pure/errors';
import type { IdentityId, OrganizationId } from '@platform/tenancy';
import { PORTAL_SETTINGS } from '../portal-settings.js';
import type { PortalSettings } from '../portal-settings.js';
import type { PortalRequest } from '../web/http.js';
import { localPath } from '../web/local-path.rules.js';
import { Page, SeeOther } from '../web/page.js';
import { choicesView } from './account.view.js';
import { ChooseForm, NextForm } from './forms.js';

@Controller('organizations')
export class OrganizationsController {
  constructor(private readonly actors: SessionActors, private readonly choose: ChooseOrganization, @Inject(PORTAL_SETTINGS) private readonly settings: PortalSettings) {}

  @Get()
  @SignedIn()
  async list(@Query() query: NextForm, @Req() request: PortalRequest): Promise<Page> {
    const { identityId, organizationId } = request.session;
    const choices = await this.actors.choices(identityId as IdentityId);
    const view = choicesView(choices, organizationId ?? null, localPath(query.next), this.settings.signUp === 'open');
    return new Page('account/organizations', view, { title: 'identity.choose.title' });
  }

  /** A new session id for a new standing; a second factor does not come along. */
  @Post()
  @SignedIn()
  async switch(@Body() form: ChooseForm, @Req() request: PortalRequest): Promise<SeeOther> {
    const identityId = request.session.identityId;
    if (!identityId) throw notFound('organization');
    const chosen = await this.choose.execute({ identityId, organizationId: form.organizationId as OrganizationId });
    await startSession(request, identityId, chosen.organizationId);
    return new SeeOther(localPath(form.next));
  }
}
