import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { InviteMember, OrganizationActs, ResendInvitation, WithdrawInvitation } from '@libs/organization';
import type { MemberInvitationId, Role } from '@libs/organization';
import { CurrentActor, IdPipe, May } from '@platform/http';
import type { Actor, Language } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import type { Problem } from '../web/problems.js';
import { InviteForm } from './forms.js';
import { inviteView } from './members.view.js';

const page = (typed: object, problems?: readonly Problem[]): Page => new Page('organization/invite', inviteView(typed, problems), { title: 'portal_organization.invite' });

/** From the administrator's side; who is invited comes in at `/invitations/:token`. */
@Controller('organization')
export class MemberInvitationsController {
  constructor(private readonly invite: InviteMember, private readonly resend: ResendInvitation, private readonly withdraw: WithdrawInvitation) {}

  @Get('members/invite')
  @May(OrganizationActs.invite_member)
  form(@CurrentActor() actor: Actor): Page {
    return page({ language: actor.language });
  }

  @Post('members/invite')
  @May(OrganizationActs.invite_member)
  send(@Body() form: InviteForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      const { email = '', displayName = '', department, title, personKey } = form;
      const language: Language = form.language === 'en' ? 'en' : 'ja';
      await this.invite.execute(actor, { email, displayName, department, title, personKey, language, roles: form.roles as readonly Role[] });
      return done(request, 'portal_organization.invited');
    }, (problems) => page(form, problems));
  }

  @Post('invitations/:id/resend')
  @May(OrganizationActs.resend_invitation)
  async again(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<SeeOther> {
    await this.resend.execute(actor, id as MemberInvitationId);
    return done(request, 'portal_organization.resent');
  }

  @Post('invitations/:id/withdrawal')
  @May(OrganizationActs.withdraw_invitation)
  async back(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<SeeOther> {
    await this.withdraw.execute(actor, id as MemberInvitationId);
    return done(request, 'portal_organization.withdrawn');
  }
}

function done(request: PortalRequest, notice: string): SeeOther {
  leaveNotice(request, notice);
  return new SeeOther('/organization/members');
}
