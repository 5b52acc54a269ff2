import { Injectable } from '@nestjs/common';
import { SendMemberInvitation } from '@libs/organization';
import type { MemberInvitationId } from '@libs/organization';
import { InviteSupplier, NotifyRespondent } from '@libs/request';
import { systemActor } from '@platform/tenancy';
import type { Actor, OrganizationId } from '@platform/tenancy';
import type { Reacts, RecordedEvent } from '../reaction.js';

@Injectable()
export class MailMemberInvitation implements Reacts {
  constructor(private readonly send: SendMemberInvitation) {}

  async react(actor: Actor, event: RecordedEvent): Promise<void> {
    await this.send.execute(actor, { eventId: event.id, invitationId: event.objectId as MemberInvitationId });
  }
}

/** A factory somebody joined for is notified by its own side; another one is invited by the buyer. As it was when the request was sent. */
@Injectable()
export class MailRequest implements Reacts {
  constructor(private readonly invite: InviteSupplier, private readonly notify: NotifyRespondent) {}

  async react(actor: Actor, event: RecordedEvent): Promise<void> {
    const input = { eventId: event.id, requestId: event.objectId };
    const respondent = event.detail.supplierOrganizationId;
    if (typeof respondent === 'string') await this.notify.execute(systemActor(respondent as OrganizationId), input);
    else await this.invite.execute(actor, input);
  }
}
