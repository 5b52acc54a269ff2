import { newId, systemActor } from '@platform/tenancy';
import type { Actor, IdentityId, OrganizationId } from '@platform/tenancy';

/**
 * Somebody who is not a member yet, acting through the product: founding an organisation or accepting an invitation. The role is the
 * system's, the name in the audit trail is the person's.
 */
export function newcomer(organizationId: OrganizationId, person: { name: string; identityId: IdentityId | null }): Actor {
  return { ...systemActor(organizationId), name: person.name, identityId: person.identityId };
}

/** For `CreateOrganization`: the new organisation's id is this actor's. */
export const foundingActor = (person: { name: string; identityId: IdentityId | null }): Actor => newcomer(newId<'Organization'>() as OrganizationId, person);
