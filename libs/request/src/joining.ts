import { Injectable } from '@nestjs/common';
import { CreateOrganization, Members } from '@libs/organization';
import type { MemberInput, ProfileInput, Role } from '@libs/organization';
import { notFound } from '@platform/errors';
import { Memberships } from '@platform/identity';
import { TenantDb, systemActor } from '@platform/tenancy';
import type { Actor, IdentityId, OrganizationId, TenantTx } from '@platform/tenancy';

export interface NewSupplierOrganization extends ProfileInput {
  /** Becomes administrator and contact; further roles as named. */
  readonly firstMember: Omit<MemberInput, 'roles'> & { readonly roles?: readonly Role[] };
}

/** The two ways in for an invited supplier: as a member of an organisation that is here already, or by founding one. */
@Injectable()
export class Joining {
  constructor(
    private readonly db: TenantDb, private readonly memberships: Memberships, private readonly members: Members, private readonly create: CreateOrganization,
  ) {}

  /** Throws not_found for an organisation the person does not belong to. */
  async memberActor(identityId: IdentityId, organizationId: OrganizationId): Promise<Actor> {
    const membership = await this.memberships.active(identityId, organizationId);
    if (!membership) throw notFound('organization');
    return this.db.run(systemActor(organizationId), (tx) => this.members.actorFor(tx, membership.memberId, 'session', null));
  }

  async found(tx: TenantTx, identityId: IdentityId, { firstMember, ...profile }: NewSupplierOrganization): Promise<void> {
    const roles: Role[] = ['supplier_contact', ...(firstMember.roles ?? [])];
    await this.create.within(tx, { ...profile, firstMember: { ...firstMember, identityId, roles } });
  }
}
