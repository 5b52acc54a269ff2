import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { ChangeProfile, ChangeSignOffPolicy, OrganizationActs } from '@libs/organization';
import type { ChangeProfileInput, DisclosureClass } from '@libs/organization';
import { CurrentActor, May } from '@platform/http';
import { invalid } from '@platform-pure/errors';
import type { Actor, Language } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { ProfileForm, SignOffForm } from './forms.js';
import { OrganizationPages } from './organization-pages.js';

@Controller('organization')
export class OrganizationController {
  constructor(private readonly pages: OrganizationPages, private readonly changeProfile: ChangeProfile, private readonly changePolicy: ChangeSignOffPolicy) {}

  @Get()
  @May(OrganizationActs.read)
  show(@CurrentActor() actor: Actor): Promise<Page> {
    return this.pages.profile(actor);
  }

  @Post()
  @May(OrganizationActs.change_profile)
  change(@Body() form: ProfileForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await this.changeProfile.execute(actor, inputOf(form));
      leaveNotice(request, 'portal_organization.profile_changed');
      return new SeeOther('/organization');
    }, (problems) => this.pages.profile(actor, { typed: form, problems }));
  }

  @Post('sign-off-policy')
  @May(OrganizationActs.change_sign_off_policy)
  async policy(@Body() form: SignOffForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<SeeOther> {
    if (form.persons !== 'two' && form.persons !== 'three') throw invalid('portal.form_malformed');
    await this.changePolicy.execute(actor, { threePersons: form.persons === 'three' });
    leaveNotice(request, 'portal_organization.policy_changed');
    return new SeeOther('/organization');
  }
}

/** A prefix that is set already is not in the form, and stays. */
function inputOf({ name = '', nameEn, address = '', corporateNumber, certificatePrefix, timeZone = '', defaultLanguage, disclosureClass, retentionYears, version }: ProfileForm): ChangeProfileInput {
  return {
    name, nameEn: nameEn ?? null, address, corporateNumber: corporateNumber ?? null, ...(certificatePrefix === undefined ? {} : { certificatePrefix }), timeZone,
    defaultLanguage: defaultLanguage as Language, disclosureClass: disclosureClass as DisclosureClass, retentionYears: Number(retentionYears), version: Number(version),
  };
}
