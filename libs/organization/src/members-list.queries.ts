import { Injectable } from '@nestjs/common';
import type { MemberId, TenantTx } from '@platform/tenancy';
import type { MemberSort } from './members-list.rules.js';
import { MEMBER_COLUMNS } from './members.queries.js';
import type { MemberRow } from './members.queries.js';
import type { Role } from './roles.rules.js';

export interface MemberQuestion {
  /** For `ilike`, escaped; looked for in name, address, department, title and person key. */
  readonly pattern: string;
  readonly role: Role | null;
  readonly state: 'present' | 'left' | null;
  readonly sort: MemberSort | null;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

const ORDER: Readonly<Record<MemberSort, string>> = { name: 'display_name', department: 'department', person_key: 'person_key', joined: 'joined_at' };
const WHERE = `($3::text is null or (left_at is null) = ($3 = 'present')) and ($2::text is null or $2 = any (roles))
  and (display_name ilike $1 or email ilike $1 or department ilike $1 or title ilike $1 or person_key ilike $1)`;

/** The list of members as a page shows it, and what an administrator asks before somebody leaves. */
@Injectable()
export class MembersList {
  /** Leavers come last, whatever the order. */
  async page(tx: TenantTx, { pattern, role, state, sort, descending, limit, offset }: MemberQuestion): Promise<MemberRow[]> {
    const order = `${sort ? ORDER[sort] : 'joined_at'} ${descending ? 'desc' : 'asc'} nulls last, id`;
    return tx.query<MemberRow>(`select ${MEMBER_COLUMNS} from app.member where ${WHERE} order by left_at is not null, ${order} limit $4 offset $5`, [pattern, role, state, limit, offset]);
  }

  async count(tx: TenantTx, { pattern, role, state }: Pick<MemberQuestion, 'pattern' | 'role' | 'state'>): Promise<number> {
    const [row] = await tx.query<{ count: number }>(`select count(*)::int as count from app.member where ${WHERE}`, [pattern, role, state]);
    return row.count;
  }

  /** Roles of that member which no other present member holds: when he leaves, nobody can do this any more. */
  async onlyHolder(tx: TenantTx, id: MemberId): Promise<Role[]> {
    const rows = await tx.query<{ role: Role }>(
      `select role from app.member m, unnest(m.roles) with ordinality as held (role, place) where m.id = $1
         and not exists (select from app.member other where other.id <> m.id and other.left_at is null and held.role = any (other.roles)) order by place`, [id]);
    return rows.map(({ role }) => role);
  }
}
