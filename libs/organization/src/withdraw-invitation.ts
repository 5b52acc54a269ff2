import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { invitationState } from './invitation.states.js';
import { MemberInvitations } from './invitations.queries.js';
import type { MemberInvitationId } from './invitations.queries.js';
import { MembersRepository } from './members.repository.js';
import { OrganizationActs } from './organization.policy.js';

/** Every link of the invitation is dead from now on, whatever its own time says. */
@Injectable()
export class WithdrawInvitation {
  constructor(
    private readonly db: TenantDb, private readonly invitations: MemberInvitations, private readonly members: MembersRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** @throws NotFound; Conflict `organization.invitation_closed`. */
  async execute(actor: Actor, id: MemberInvitationId): Promise<void> {
    authorize(actor, OrganizationActs.withdraw_invitation, this.clock.now());
    await this.db.run(actor, async (tx) => {
      await tx.lock('member_invitation', id);
      const invitation = await this.invitations.byId(tx, id);
      if (!invitation) throw notFound('member_invitation');
      if (invitationState(invitation) !== 'open') throw conflict('organization.invitation_closed');
      await this.members.withdraw(tx, id, this.clock.now());
      await this.audit.record(tx, OrganizationActs.withdraw_invitation, { kind: 'member_invitation', id }, { email: invitation.email });
    });
  }
}
