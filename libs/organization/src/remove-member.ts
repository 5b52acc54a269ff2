import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, MemberId, TenantTx } from '@platform/tenancy';
import { requireAnotherAdmin } from './change-roles.js';
import { DismissMember } from './dismiss-member.js';
import { Members } from './members.queries.js';
import { OrganizationActs } from './organization.policy.js';

@Injectable()
export class RemoveMember {
  constructor(
    private readonly db: TenantDb, private readonly members: Members, private readonly dismiss: DismissMember,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** The leaver is out at once; the name stays under what was signed. @throws NotFound; Conflict `organization.last_admin`. */
  async execute(actor: Actor, memberId: MemberId): Promise<void> {
    authorize(actor, OrganizationActs.remove_member, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, memberId));
  }

  private async within(tx: TenantTx, memberId: MemberId): Promise<void> {
    await tx.lock('members', tx.organizationId);
    const member = await this.members.byId(tx, memberId);
    if (!member || member.leftAt) throw notFound('member');
    if (member.roles.includes('tenant_admin')) await requireAnotherAdmin(tx, this.members, member.id);
    await this.dismiss.within(tx, member);
    await this.audit.record(tx, OrganizationActs.remove_member, { kind: 'member', id: member.id }, { name: member.displayName, roles: member.roles });
  }
}
