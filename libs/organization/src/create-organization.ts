import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, IdentityId, MemberId, OrganizationId, TenantTx } from '@platform/tenancy';
import { JoinMember } from './join-member.js';
import { readMember } from './member.rules.js';
import type { MemberInput } from './member.rules.js';
import { OrganizationActs } from './organization.policy.js';
import { OrganizationsRepository } from './organizations.repository.js';
import { readProfile } from './profile.rules.js';
import type { ProfileInput, SignOffPolicy } from './profile.rules.js';
import type { Role } from './roles.rules.js';

export interface CreateOrganizationInput extends ProfileInput {
  readonly signOffPolicy?: SignOffPolicy;
  /** Becomes the first administrator; other roles only when they are named here. */
  readonly firstMember: Omit<MemberInput, 'roles'> & { readonly identityId: IdentityId; readonly roles?: readonly Role[] };
}

/** Used by the command line, the sign-up and a supplier's joining. */
@Injectable()
export class CreateOrganization {
  constructor(
    private readonly db: TenantDb, private readonly organizations: OrganizationsRepository, private readonly join: JoinMember,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** `actor` is `foundingActor(…)`: its organisation is the new one. @throws what `within` throws. */
  async execute(actor: Actor, input: CreateOrganizationInput): Promise<{ organizationId: OrganizationId; memberId: MemberId }> {
    return this.db.run(actor, (tx) => this.within(tx, input));
  }

  /** @throws Invalid `organization.profile_invalid`; Conflict `organization.certificate_prefix_taken`. */
  async within(tx: TenantTx, input: CreateOrganizationInput): Promise<{ organizationId: OrganizationId; memberId: MemberId }> {
    authorize(tx.actor, OrganizationActs.create, this.clock.now());
    const { firstMember, signOffPolicy, ...given } = input;
    const profile = readProfile(given);
    if (!await this.organizations.insert(tx, profile, signOffPolicy ?? { threePersons: false }, this.clock.now())) {
      throw conflict('organization.certificate_prefix_taken', { prefix: profile.certificatePrefix ?? '' });
    }
    const roles: readonly Role[] = ['tenant_admin', ...(firstMember.roles ?? [])];
    const memberId = await this.join.within(tx, firstMember.identityId, readMember({ ...firstMember, roles }));
    await this.audit.record(tx, OrganizationActs.create, { kind: 'organization', id: tx.organizationId }, { name: profile.name, firstMember: memberId });
    return { organizationId: tx.organizationId, memberId };
  }
}
