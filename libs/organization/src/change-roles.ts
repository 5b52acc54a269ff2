import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, forbidden, notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, MemberId, TenantTx } from '@platform/tenancy';
import { readPersonKey, requireRoles } from './member.rules.js';
import { Members } from './members.queries.js';
import type { MemberRow } from './members.queries.js';
import { MembersRepository } from './members.repository.js';
import { OrganizationActs } from './organization.policy.js';
import { takesSignOffForOneself } from './roles.rules.js';
import type { Role } from './roles.rules.js';

export interface ChangeRolesInput {
  readonly memberId: MemberId;
  readonly roles: readonly Role[];
  /** Given once, when the member has none yet: signed statements carry it. */
  readonly personKey?: string | null;
}

@Injectable()
export class ChangeRoles {
  constructor(
    private readonly db: TenantDb, private readonly members: Members, private readonly repository: MembersRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /**
   * Holds from the member's next request on.
   * @throws Invalid for roles that do not go together; Forbidden `organization.own_sign_off_role`;
   *   Conflict `organization.person_key_fixed`, `person_key_taken`, `last_admin`.
   */
  async execute(actor: Actor, input: ChangeRolesInput): Promise<void> {
    authorize(actor, OrganizationActs.change_roles, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, input));
  }

  private async within(tx: TenantTx, input: ChangeRolesInput): Promise<void> {
    await tx.lock('members', tx.organizationId); // two administrators must not demote each other at once
    const member = await this.members.byId(tx, input.memberId);
    if (!member || member.leftAt) throw notFound('member');
    const personKey = await this.personKeyOf(tx, member, readPersonKey(input.personKey));
    const roles = requireRoles(input.roles, personKey);
    if (member.id === tx.actor.memberId && takesSignOffForOneself(member.roles, roles)) throw forbidden('organization.own_sign_off_role');
    if (member.roles.includes('tenant_admin') && !roles.includes('tenant_admin')) await requireAnotherAdmin(tx, this.members, member.id);
    await this.repository.setRoles(tx, member.id, roles, personKey);
    await this.audit.record(tx, OrganizationActs.change_roles, { kind: 'member', id: member.id }, { from: member.roles, to: roles, personKey });
  }

  private async personKeyOf(tx: TenantTx, member: MemberRow, given: string | null): Promise<string | null> {
    if (!given || given === member.personKey) return member.personKey;
    if (member.personKey) throw conflict('organization.person_key_fixed');
    if (await this.repository.personKeyTaken(tx, given, member.id)) throw conflict('organization.person_key_taken', { personKey: given });
    return given;
  }
}

/** @throws Conflict `organization.last_admin`: an organisation without an administrator could never change again. */
export async function requireAnotherAdmin(tx: TenantTx, members: Members, besides: MemberId): Promise<void> {
  const admins = await members.withRole(tx, 'tenant_admin');
  if (!admins.some((admin) => admin.id !== besides)) throw conflict('organization.last_admin');
}
