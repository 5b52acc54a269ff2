import { Injectable } from '@nestjs/common';
import { TenantDb } from '@platform/tenancy';
import type { Actor, MemberId, OrganizationId, StepUpGrant } from '@platform/tenancy';
import { MEMBER_COLUMNS } from './members.queries.js';
import type { MemberRow } from './members.queries.js';

/** Who a member is now, in one round trip: asked by every request of every door before anything else. */
@Injectable()
export class Presence {
  constructor(private readonly db: TenantDb) {}

  /** Undefined for a stranger and for a leaver. */
  async of(organizationId: OrganizationId, memberId: MemberId, stepUp: StepUpGrant | null): Promise<Actor | undefined> {
    const [member] = await this.db.glance<MemberRow>(organizationId, `select ${MEMBER_COLUMNS} from app.member where id = $1 and left_at is null`, [memberId]);
    if (!member) return undefined;
    const { id, identityId, personKey, displayName: name, department, roles, language } = member;
    return { organizationId, memberId: id, identityId, personKey, name, department, roles, via: 'session', stepUp, language };
  }
}
