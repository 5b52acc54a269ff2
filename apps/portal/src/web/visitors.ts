import { Injectable } from '@nestjs/common';
import { Organizations, SessionActors } from '@libs/organization';
import { Identities, Memberships } from '@platform/identity';
import { Notifications } from '@platform/notification';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from './http.js';
import type { Visitor } from './visitor.js';

/** Session → person, organisation and roles, looked up afresh on every request: a role that was taken away is gone at the next click. */
@Injectable()
export class Visitors {
  constructor(
    private readonly db: TenantDb, private readonly identities: Identities, private readonly memberships: Memberships,
    private readonly actors: SessionActors, private readonly organizations: Organizations, private readonly notifications: Notifications,
  ) {}

  /** Who acts: all that a request needs which draws no page. */
  actor(request: PortalRequest): Promise<Actor | null> {
    request.acting ??= this.acting(request);
    return request.acting;
  }

  of(request: PortalRequest): Promise<Visitor | null> {
    request.visitor ??= this.lookUp(request);
    return request.visitor;
  }

  private async lookUp(request: PortalRequest): Promise<Visitor | null> {
    const { identityId } = request.session ?? {};
    const identity = identityId && await this.identities.byId(identityId);
    if (!identity) return null;
    const actor = await this.actor(request);
    const seen = actor && await this.db.run(actor, async (tx) => ({
      organization: await this.organizations.own(tx), unread: actor.memberId ? await this.notifications.unread(tx, actor.memberId) : 0,
    }));
    const memberships = await this.memberships.of(identity.id);
    return { identity, actor, organization: seen?.organization ?? null, unread: seen?.unread ?? 0, memberships: memberships.length };
  }

  private async acting(request: PortalRequest): Promise<Actor | null> {
    const { identityId, organizationId, standing } = request.session ?? {};
    if (!identityId || !organizationId) return null;
    return await this.actors.load({ sid: request.sessionID, identityId, organizationId, standing }) ?? null;
  }
}
