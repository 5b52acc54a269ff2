import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { AcceptMemberInvitation, InvitationLetters } from '@libs/organization';
import type { MemberInvitationId } from '@libs/organization';
import { Open } from '@platform/http';
import { startSession } from '@platform/identity';
import { Limited } from '@platform/rate-limit';
import { invalid } from '@platform-pure/errors';
import { TenantDb, systemActor } from '@platform/tenancy';
import type { OrganizationId } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import type { Problem } from '../web/problems.js';
import { AcceptForm } from './forms.js';
import { invitationView } from './joining.view.js';
import { Newcomers } from './newcomers.js';

const BECAUSE = 'the one-time link is what lets somebody in who is not a member yet';

@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly newcomers: Newcomers, private readonly db: TenantDb, private readonly letters: InvitationLetters, private readonly accept: AcceptMemberInvitation,
  ) {}

  @Get(':token')
  @Open(BECAUSE)
  @Limited('link')
  form(@Param('token') token: string, @Req() request: PortalRequest): Promise<Page> {
    return this.page(token, request, {});
  }

  @Post(':token')
  @Open(BECAUSE)
  @Limited('link')
  join(@Param('token') token: string, @Body() form: AcceptForm, @Req() request: PortalRequest): Promise<SeeOther | Page> {
    return orRedraw(async () => {
      await this.newcomers.live(token, 'member_invitation');
      const joined = await this.accept.execute({ token, invitee: await this.newcomers.invitee(request, form) });
      await startSession(request, joined.identityId, joined.organizationId);
      leaveNotice(request, 'portal.notice.joined');
      return new SeeOther('/');
    }, (problems) => this.page(token, request, form, problems));
  }

  private async page(token: string, request: PortalRequest, typed: object, problems?: readonly Problem[]): Promise<Page> {
    const { payload, email } = await this.newcomers.live(token, 'member_invitation');
    const actor = systemActor(payload.organizationId as OrganizationId);
    const letter = await this.db.run(actor, (tx) => this.letters.open(tx, payload.invitationId as MemberInvitationId));
    if (!letter) throw invalid('identity.link_dead');
    const view = invitationView(letter, await this.newcomers.standing(request, email), `/invitations/${token}`, typed, problems);
    return new Page('joining/invitation', view, { title: 'organization.invitation.title' });
  }
}
