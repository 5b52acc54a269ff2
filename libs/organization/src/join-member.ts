import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { conflict } from '@platform/errors';
import { Memberships } from '@platform/identity';
import { newId } from '@platform/tenancy';
import type { IdentityId, MemberId, TenantTx } from '@platform/tenancy';
import type { MemberContent } from './member.rules.js';
import { Members } from './members.queries.js';
import { MembersRepository } from './members.repository.js';

/** A person becomes a member, in both places at once: the organisation's list and the index of who belongs where. */
@Injectable()
export class JoinMember {
  constructor(
    private readonly repository: MembersRepository, private readonly members: Members,
    private readonly memberships: Memberships, private readonly clock: Clock,
  ) {}

  /** @throws Conflict `organization.already_member`, `organization.person_key_taken`. */
  async within(tx: TenantTx, identityId: IdentityId, member: MemberContent): Promise<MemberId> {
    const known = await this.members.byIdentity(tx, identityId);
    if (known && !known.leftAt) throw conflict('organization.already_member');
    if (member.personKey && await this.repository.personKeyTaken(tx, member.personKey, known?.id ?? null)) {
      throw conflict('organization.person_key_taken', { personKey: member.personKey });
    }
    const id = known?.id ?? newId<'Member'>() as MemberId;
    const now = this.clock.now();
    if (known) await this.repository.rejoin(tx, id, member, now);
    else if (!await this.repository.insert(tx, id, identityId, member, now)) throw conflict('organization.already_member');
    await this.memberships.put(tx, identityId, { organizationId: tx.organizationId, memberId: id }, true);
    return id;
  }
}
