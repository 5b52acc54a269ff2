import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { AccessTokens, Memberships, Sessions } from '@platform/identity';
import type { TenantTx } from '@platform/tenancy';
import type { MemberRow } from './members.queries.js';
import { MembersRepository } from './members.repository.js';

/** The counterpart of `JoinMember`: list, index, open sessions and access tokens of this organisation, all in one transaction. */
@Injectable()
export class DismissMember {
  constructor(
    private readonly repository: MembersRepository, private readonly memberships: Memberships,
    private readonly sessions: Sessions, private readonly tokens: AccessTokens, private readonly clock: Clock,
  ) {}

  async within(tx: TenantTx, member: MemberRow): Promise<void> {
    await this.repository.leave(tx, member.id, this.clock.now());
    await this.memberships.put(tx, member.identityId, { organizationId: tx.organizationId, memberId: member.id }, false);
    await this.sessions.endInOrganization(tx, member.identityId, tx.organizationId);
    await this.tokens.endInOrganization(tx, member.identityId, tx.organizationId);
  }
}
