import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, forbidden } from '@platform/errors';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import type { MemberInvitationId } from './invitations.queries.js';
import { readMember } from './member.rules.js';
import type { MemberContent, MemberInput } from './member.rules.js';
import { Members } from './members.queries.js';
import { MembersRepository } from './members.repository.js';
import { OrganizationActs } from './organization.policy.js';

/** The mail with the link is the worker's reaction (`SendMemberInvitation`). */
@Injectable()
export class InviteMember {
  constructor(
    private readonly db: TenantDb, private readonly members: Members, private readonly repository: MembersRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** @throws Invalid for roles or address; Conflict `organization.already_member`, `already_invited`, `person_key_taken`. */
  async execute(actor: Actor, input: MemberInput): Promise<MemberInvitationId> {
    authorize(actor, OrganizationActs.invite_member, this.clock.now());
    const member = readMember(input);
    return this.db.run(actor, (tx) => this.within(tx, member));
  }

  private async within(tx: TenantTx, member: MemberContent): Promise<MemberInvitationId> {
    const by = tx.actor.memberId;
    if (!by) throw forbidden('common.forbidden', { act: OrganizationActs.invite_member.name });
    const present = await this.members.list(tx);
    if (present.some((one) => one.email === member.email)) throw conflict('organization.already_member');
    // a leaver who is invited again brings the number he had
    const holder = member.personKey ? (await this.members.list(tx, { leavers: true })).find((one) => one.personKey === member.personKey) : undefined;
    if (holder && (!holder.leftAt || holder.email !== member.email)) throw conflict('organization.person_key_taken', { personKey: member.personKey ?? '' });
    const id = newId<'MemberInvitation'>();
    if (!await this.repository.invite(tx, id, member, by, this.clock.now())) throw conflict('organization.already_invited');
    await this.audit.record(tx, OrganizationActs.invite_member, { kind: 'member_invitation', id }, { email: member.email, roles: member.roles });
    return id;
  }
}
