import { Body, Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { CreateOrganization, foundingActor } from '@libs/organization';
import type { CreateOrganizationInput } from '@libs/organization';
import { SignedIn } from '@platform/http';
import { startSession } from '@platform/identity';
import type { IdentityRow } from '@platform/identity';
import { notFound } from '@platform-pure/errors';
import { Limited } from '@platform/rate-limit';
import { PORTAL_SETTINGS } from '../portal-settings.js';
import type { PortalSettings } from '../portal-settings.js';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import type { Problem } from '../web/problems.js';
import { Visitors } from '../web/visitors.js';
import { FoundingForm } from './forms.js';
import { requireOpen } from './open-door.js';
import { dutiesOf, foundingView } from './sign-up.view.js';

/** Whoever is signed in founds an organisation and becomes its first administrator: after signing up, or once more. */
@Controller('sign-up/organization')
export class FoundingController {
  constructor(
    private readonly found: CreateOrganization, private readonly visitors: Visitors, @Inject(PORTAL_SETTINGS) private readonly settings: PortalSettings,
  ) {}

  @Get()
  @SignedIn()
  async form(@Req() request: PortalRequest): Promise<Page | SeeOther> {
    return this.settings.signUp === 'closed' ? new SeeOther('/sign-up') : this.page(request, null);
  }

  @Post()
  @SignedIn()
  @Limited('found')
  create(@Body() form: FoundingForm, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    requireOpen(this.settings);
    return orRedraw(async () => {
      const person = await this.person(request);
      const { organizationId } = await this.found.execute(foundingActor({ name: person.displayName, identityId: person.id }), inputOf(form, person));
      await startSession(request, person.id, organizationId);
      leaveNotice(request, 'portal_sign_up.done');
      return new SeeOther('/');
    }, (problems) => this.page(request, form, problems));
  }

  private async page(request: PortalRequest, typed: object | null, problems?: readonly Problem[]): Promise<Page> {
    const { displayName } = await this.person(request);
    return new Page('sign-up/organization', foundingView(displayName, typed, problems), { title: 'portal_sign_up.organization' });
  }

  private async person(request: PortalRequest): Promise<IdentityRow> {
    const visitor = await this.visitors.of(request);
    if (!visitor) throw notFound('identity');
    return visitor.identity;
  }
}

function inputOf(form: FoundingForm, person: IdentityRow): CreateOrganizationInput {
  const { id: identityId, email, displayName, language, timeZone } = person;
  return {
    name: form.name ?? '', nameEn: form.nameEn ?? null, address: form.address ?? '', corporateNumber: form.corporateNumber ?? null,
    certificatePrefix: form.certificatePrefix ?? null, defaultLanguage: language, timeZone,
    firstMember: { identityId, email, displayName, language, department: form.department ?? null, personKey: form.personKey ?? null, roles: dutiesOf(form.duties) },
  };
}
