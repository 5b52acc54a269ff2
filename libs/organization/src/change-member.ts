import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, MemberId, TenantTx } from '@platform/tenancy';
import { readMemberDetails } from './member.rules.js';
import { Members } from './members.queries.js';
import { MembersRepository } from './members.repository.js';
import { OrganizationActs } from './organization.policy.js';

export interface ChangeMemberInput {
  readonly memberId: MemberId;
  readonly displayName: string;
  readonly department?: string | null;
  readonly title?: string | null;
}

/** People marry and move between departments. What was signed keeps the name and department of its day. */
@Injectable()
export class ChangeMember {
  constructor(
    private readonly db: TenantDb, private readonly members: Members, private readonly repository: MembersRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** @throws NotFound for a leaver too; Invalid `organization.display_name_needed`. */
  async execute(actor: Actor, input: ChangeMemberInput): Promise<void> {
    authorize(actor, OrganizationActs.change_member, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, input));
  }

  private async within(tx: TenantTx, input: ChangeMemberInput): Promise<void> {
    const member = await this.members.byId(tx, input.memberId);
    if (!member || member.leftAt) throw notFound('member');
    const details = readMemberDetails(input);
    await this.repository.setDetails(tx, member.id, details);
    const { displayName, department, title } = member;
    await this.audit.record(tx, OrganizationActs.change_member, { kind: 'member', id: member.id }, { from: { displayName, department, title }, to: { ...details } });
  }
}
