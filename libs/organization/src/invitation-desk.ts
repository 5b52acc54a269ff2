import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { conflict, invalid } from '@platform/errors';
import type { IdentityRow } from '@platform/identity';
import type { MemberId, TenantTx } from '@platform/tenancy';
import { invitationState } from './invitation.states.js';
import { MemberInvitations } from './invitations.queries.js';
import type { MemberInvitationId, MemberInvitationRow } from './invitations.queries.js';
import { JoinMember } from './join-member.js';
import { MembersRepository } from './members.repository.js';
import { isSignOff } from './roles.rules.js';

/** What happens to an invitation in the transaction that accepts it. */
@Injectable()
export class InvitationDesk {
  constructor(
    private readonly invitations: MemberInvitations, private readonly join: JoinMember,
    private readonly repository: MembersRepository, private readonly clock: Clock,
  ) {}

  /** Locked until the end of the transaction. @throws Invalid `identity.link_dead` when it was withdrawn or accepted through another link. */
  async open(tx: TenantTx, id: MemberInvitationId): Promise<MemberInvitationRow> {
    await tx.lock('member_invitation', id);
    const invitation = await this.invitations.byId(tx, id);
    if (!invitation || invitationState(invitation) !== 'open') throw invalid('identity.link_dead');
    return invitation;
  }

  /**
   * An invitation may be forwarded, but not one that lets somebody sign: the name under a statement is the one that was invited.
   * @throws Conflict `organization.invited_address_only` and what joining throws.
   */
  async accept(tx: TenantTx, invitation: MemberInvitationRow, person: IdentityRow): Promise<MemberId> {
    const invited = person.email === invitation.email;
    if (!invited && invitation.roles.some(isSignOff)) throw conflict('organization.invited_address_only', { email: invitation.email });
    const memberId = await this.join.within(tx, person.id, {
      ...invitation, email: person.email, displayName: invited ? invitation.displayName : person.displayName, language: person.language });
    await this.repository.accepted(tx, invitation.id, memberId, this.clock.now());
    return memberId;
  }
}
