import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { invalid } from '@platform/errors';
import { Invitees, OneTimeTokens } from '@platform/identity';
import type { IntroducedPerson, Invitee, TokenRow } from '@platform/identity';
import { TenantDb, authorize } from '@platform/tenancy';
import type { IdentityId, MemberId, OrganizationId, TenantTx } from '@platform/tenancy';
import { newcomer } from './founding-actor.js';
import { InvitationDesk } from './invitation-desk.js';
import type { MemberInvitationId } from './invitations.queries.js';
import { OrganizationActs } from './organization.policy.js';

export interface AcceptMemberInvitationInput {
  readonly token: string;
  readonly invitee: Invitee;
}

export interface Joined { readonly identityId: IdentityId; readonly organizationId: OrganizationId; readonly memberId: MemberId }

/** The token is what permits this: nobody here is a member yet. */
@Injectable()
export class AcceptMemberInvitation {
  constructor(
    private readonly db: TenantDb, private readonly tokens: OneTimeTokens, private readonly invitees: Invitees,
    private readonly desk: InvitationDesk, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /**
   * @throws Invalid `identity.link_dead`, `identity.password_…`; Conflict `identity.address_taken`, `organization.already_member`,
   *   `organization.invited_address_only`, `organization.person_key_taken`. The link stays alive unless it was used.
   */
  async execute(input: AcceptMemberInvitationInput): Promise<Joined> {
    const seen = await this.tokens.peek(input.token, 'member_invitation');
    if (seen?.state !== 'live') throw invalid('identity.link_dead');
    const person = await this.invitees.introduce(input.invitee, seen.email);
    const actor = newcomer(seen.payload.organizationId as OrganizationId, { name: person.displayName, identityId: person.id });
    return this.db.run(actor, (tx) => this.within(tx, input.token, seen, person));
  }

  private async within(tx: TenantTx, token: string, seen: TokenRow, person: IntroducedPerson): Promise<Joined> {
    authorize(tx.actor, OrganizationActs.accept_invitation, this.clock.now());
    const invitation = await this.desk.open(tx, seen.payload.invitationId as MemberInvitationId);
    await this.invitees.enter(tx, person);
    const used = await this.tokens.consume(token, 'member_invitation', { identityId: person.id, organizationId: tx.organizationId }, tx);
    if (!used) throw invalid('identity.link_dead');
    const memberId = await this.desk.accept(tx, invitation, person);
    await this.audit.record(tx, OrganizationActs.accept_invitation, { kind: 'member', id: memberId }, { roles: invitation.roles, invitation: invitation.id });
    return { identityId: person.id, organizationId: tx.organizationId, memberId };
  }
}
