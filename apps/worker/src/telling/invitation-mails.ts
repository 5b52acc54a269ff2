import { Injectable } from '@nestjs/common';
import { SendMemberInvitation } from '@libs/organization';
import type { MemberInvitationId } from '@libs/organization';
import type { Actor } from '@platform/tenancy';
import type { Reacts, RecordedEvent } from '../reaction.js';

@Injectable()
export class MailMemberInvitation implements Reacts {
  constructor(private readonly send: SendMemberInvitation) {}

  async react(actor: Actor, event: RecordedEvent): Promise<void> {
    await this.send.execute(actor, { eventId: event.id, invitationId: event.objectId as MemberInvitationId });
  }
}
