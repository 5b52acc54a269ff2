import { Injectable } from '@nestjs/common';
import { Memberships, StepUps } from '@platform/identity';
import type { Standing } from '@platform/identity';
import { TenantDb, systemActor } from '@platform/tenancy';
import type { Actor, IdentityId, MemberId, OrganizationId } from '@platform/tenancy';
import { Organizations } from './organizations.queries.js';
import { Presence } from './presence.queries.js';

export interface OrganizationChoice {
  readonly organizationId: OrganizationId;
  readonly memberId: MemberId;
  readonly name: string;
  readonly nameEn: string | null;
}

/** From a session to who is acting, and to where that person could act. Each organisation is asked for itself: no query sees two. */
@Injectable()
export class SessionActors {
  constructor(
    private readonly db: TenantDb, private readonly memberships: Memberships, private readonly presence: Presence,
    private readonly organizations: Organizations, private readonly stepUps: StepUps,
  ) {}

  /**
   * Read anew on every request: roles, leaving and a second factor hold at once. Undefined when the person is not a member there (any more).
   * `standing` is what was read with the session itself, a moment ago.
   */
  async load(session: { sid: string; identityId: IdentityId; organizationId: OrganizationId; standing?: Standing }): Promise<Actor | undefined> {
    const { memberId, stepUp } = session.standing ?? await this.standingOf(session);
    return memberId ? this.presence.of(session.organizationId, memberId, stepUp) : undefined;
  }

  private async standingOf({ sid, identityId, organizationId }: { sid: string; identityId: IdentityId; organizationId: OrganizationId }): Promise<Standing> {
    const membership = await this.memberships.active(identityId, organizationId);
    return { memberId: membership?.memberId ?? null, stepUp: membership ? await this.stepUps.grantOf(sid) : null };
  }

  /** For the page where a person of several organisations chooses. */
  async choices(identityId: IdentityId): Promise<OrganizationChoice[]> {
    const found: OrganizationChoice[] = [];
    for (const membership of await this.memberships.of(identityId)) {
      const { name, nameEn } = await this.db.run(systemActor(membership.organizationId), (tx) => this.organizations.own(tx));
      found.push({ ...membership, name, nameEn });
    }
    return found;
  }
}
