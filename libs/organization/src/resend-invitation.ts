import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { invitationState } from './invitation.states.js';
import { MemberInvitations } from './invitations.queries.js';
import type { MemberInvitationId } from './invitations.queries.js';
import { OrganizationActs } from './organization.policy.js';

/** A new link; the one that was sent before stays good until its own time. The worker mails it (`SendMemberInvitation`). */
@Injectable()
export class ResendInvitation {
  constructor(
    private readonly db: TenantDb, private readonly invitations: MemberInvitations, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** @throws NotFound; Conflict `organization.invitation_closed`. */
  async execute(actor: Actor, id: MemberInvitationId): Promise<void> {
    authorize(actor, OrganizationActs.resend_invitation, this.clock.now());
    await this.db.run(actor, async (tx) => {
      const invitation = await this.invitations.byId(tx, id);
      if (!invitation) throw notFound('member_invitation');
      if (invitationState(invitation) !== 'open') throw conflict('organization.invitation_closed');
      await this.audit.record(tx, OrganizationActs.resend_invitation, { kind: 'member_invitation', id }, { email: invitation.email });
    });
  }
}
