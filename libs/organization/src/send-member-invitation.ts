import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { OneTimeTokens } from '@platform/identity';
import { MailComposer, OutgoingMail } from '@platform/mail';
import type { MailMessage, Recipient } from '@platform/mail';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { InvitationLetters } from './invitation-letters.queries.js';
import type { InvitationLetter } from './invitation-letters.queries.js';
import type { MemberInvitationId } from './invitations.queries.js';
import { OrganizationActs } from './organization.policy.js';
import { ROLE_LABELS } from './roles.rules.js';

const REACTION = 'send_member_invitation';

/** The worker's reaction to `organization.invite_member` and `organization.resend_invitation`; once per event. */
@Injectable()
export class SendMemberInvitation {
  constructor(
    private readonly db: TenantDb, private readonly letters: InvitationLetters, private readonly tokens: OneTimeTokens,
    private readonly composer: MailComposer, private readonly outgoing: OutgoingMail, private readonly clock: Clock,
  ) {}

  /** Sends nothing for an invitation that was accepted or withdrawn meanwhile. */
  async execute(actor: Actor, input: { eventId: string; invitationId: MemberInvitationId }): Promise<void> {
    authorize(actor, OrganizationActs.send_invitation, this.clock.now());
    const letter = await this.db.run(actor, (tx) => this.letters.open(tx, input.invitationId));
    if (!letter) return;
    const { email, displayName: name, language } = letter.invitation;
    const to: Recipient = { email, name, language, zone: letter.timeZone };
    await this.outgoing.deliver(actor, { eventId: input.eventId, reaction: REACTION }, [{ to, compose: () => this.compose(actor, letter, to, input.eventId) }]);
  }

  /** The link is minted outside the mail's transaction: should that roll back after the mail has left, the link in it still works. */
  private async compose(actor: Actor, letter: InvitationLetter, to: Recipient, eventId: string): Promise<MailMessage> {
    const { token, expiresAt } = await this.tokens.mint({
      kind: 'member_invitation', email: to.email, payload: { organizationId: actor.organizationId, invitationId: letter.invitation.id } });
    const roles = letter.invitation.roles.map((role) => ROLE_LABELS[role][to.language]).join(to.language === 'ja' ? '、' : ', ');
    const view = {
      organization: to.language === 'en' ? letter.organizationNameEn ?? letter.organizationName : letter.organizationName,
      inviter: letter.inviter.name, roles, url: this.composer.link(`/invitations/${token}`), expiresAt,
    };
    return this.composer.compose('member-invitation', to, view, { replyTo: letter.inviter, about: eventId });
  }
}
