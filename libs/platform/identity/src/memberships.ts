import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import type { IdentityId, MemberId, OrganizationId } from '@platform/tenancy';
import { IdentityDb } from './identity-db.js';
import type { SqlRunner } from './identity-db.js';

export interface Membership { readonly organizationId: OrganizationId; readonly memberId: MemberId }

const COLUMNS = 'organization_id as "organizationId", member_id as "memberId"';

/** The index identity → organisations. The organisation's verbs keep it in step with their members, in the same transaction. */
@Injectable()
export class Memberships {
  constructor(private readonly db: IdentityDb, private readonly clock: Clock) {}

  /** Where this person can work now; the oldest membership first. */
  async of(identityId: IdentityId): Promise<Membership[]> {
    return this.db.query(`select ${COLUMNS} from identity.membership where identity_id = $1 and active order by member_id`, [identityId]);
  }

  async active(identityId: IdentityId, organizationId: OrganizationId): Promise<Membership | undefined> {
    const [row] = await this.db.query<Membership>(
      `select ${COLUMNS} from identity.membership where identity_id = $1 and organization_id = $2 and active`, [identityId, organizationId]);
    return row;
  }

  /** Every organisation that somebody works for: what the worker's clock goes through. */
  async organizations(): Promise<OrganizationId[]> {
    const rows = await this.db.query<{ id: OrganizationId }>('select distinct organization_id as id from identity.membership where active order by id');
    return rows.map(({ id }) => id);
  }

  async put(tx: SqlRunner, identityId: IdentityId, membership: Membership, active: boolean): Promise<void> {
    await tx.query(
      `insert into identity.membership (identity_id, organization_id, member_id, active, changed_at) values ($1, $2, $3, $4, $5)
       on conflict (identity_id, organization_id) do update set active = excluded.active, changed_at = excluded.changed_at`,
      [identityId, membership.organizationId, membership.memberId, active, this.clock.now()]);
  }
}
