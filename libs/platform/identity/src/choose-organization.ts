import { Injectable } from '@nestjs/common';
import { notFound } from '@platform-pure/errors';
import type { IdentityId, OrganizationId } from '@platform/tenancy';
import { Identities } from './identities.js';
import { Memberships } from './memberships.js';
import type { Membership } from './memberships.js';

/** A person of several organisations works for one at a time and says for which; the caller then starts a new session. */
@Injectable()
export class ChooseOrganization {
  constructor(private readonly memberships: Memberships, private readonly identities: Identities) {}

  /** @throws NotFound for an organisation the person does not (or no longer) belong to. */
  async execute(input: { identityId: IdentityId; organizationId: OrganizationId }): Promise<Membership> {
    const membership = await this.memberships.active(input.identityId, input.organizationId);
    if (!membership) throw notFound('organization');
    await this.identities.note(input.identityId, 'choose_organization');
    return membership;
  }
}
