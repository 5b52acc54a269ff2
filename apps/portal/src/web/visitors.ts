import { Injectable } from '@nestjs/common';
import { Organizations, SessionActors } from '@libs/organization';
import { Identities, Memberships } from '@platform/identity';
import { TenantDb } from '@platform/tenancy';
import type { Actor, IdentityId, OrganizationId } from '@platform/tenancy';
import type { PortalRequest } from './http.js';
import type { Visitor } from './visitor.js';

/** Session → person, organisation and roles, looked up afresh on every request: a role that was taken away is gone at the next click. */
@Injectable()
export class Visitors {
  constructor(
    private readonly db: TenantDb, private readonly identities: Identities, private readonly memberships: Memberships,
    private readonly actors: SessionActors, private readonly organizations: Organizations,
  ) {}

  of(request: PortalRequest): Promise<Visitor | null> {
    request.visitor ??= this.lookUp(request);
    return request.visitor;
  }

  private async lookUp(request: PortalRequest): Promise<Visitor | null> {
    const { identityId, organizationId } = request.session ?? {};
    const identity = identityId && await this.identities.byId(identityId);
    if (!identity) return null;
    const actor = organizationId ? await this.actor(request.sessionID, identity.id, organizationId) : null;
    const organization = actor && await this.db.run(actor, (tx) => this.organizations.own(tx));
    const memberships = await this.memberships.of(identity.id);
    return { identity, actor, organization, memberships: memberships.length };
  }

  private async actor(sid: string, identityId: IdentityId, organizationId: OrganizationId): Promise<Actor | null> {
    return (await this.actors.load({ sid, identityId, organizationId })) ?? null;
  }
}
