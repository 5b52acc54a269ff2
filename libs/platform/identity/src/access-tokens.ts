import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import type { Id, IdentityId, MemberId, OrganizationId } from '@platform/tenancy';
import type { TokenScope } from './access-token.rules.js';
import { IdentityDb } from './identity-db.js';
import type { SqlRunner } from './identity-db.js';
import { sha256 } from './secrets.js';

export type AccessTokenId = Id<'AccessToken'>;

export interface AccessTokenRow {
  readonly id: AccessTokenId;
  readonly identityId: IdentityId;
  readonly organizationId: OrganizationId;
  readonly memberId: MemberId;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** A day, 'YYYY-MM-DD' in UTC; a call does not write a row. */
  readonly lastUsedOn: string | null;
  readonly revokedAt: Date | null;
}

const COLUMNS = `t.id, t.identity_id as "identityId", t.organization_id as "organizationId", t.member_id as "memberId", t.name, t.scopes, t.created_at as "createdAt",
  t.expires_at as "expiresAt", t.last_used_on as "lastUsedOn", t.revoked_at as "revokedAt"`;

/** Access tokens by their sha-256: whoever reads the table cannot use them. Every list is asked for within one organisation. */
@Injectable()
export class AccessTokens {
  constructor(private readonly db: IdentityDb, private readonly clock: Clock) {}

  /** A live token of somebody who still belongs to its organisation; undefined for everything else. */
  async find(token: string): Promise<AccessTokenRow | undefined> {
    const now = this.clock.now();
    const [row] = await this.db.query<AccessTokenRow>(
      `select ${COLUMNS} from identity.access_token t join identity.membership m on m.identity_id = t.identity_id and m.organization_id = t.organization_id
       where t.token_hash = $1 and m.active and t.revoked_at is null and t.expires_at > $2`, [sha256(token), now]);
    if (row) await this.used(row, now.toISOString().slice(0, 10));
    return row;
  }

  async add(tx: SqlRunner, token: string, row: Omit<AccessTokenRow, 'lastUsedOn' | 'revokedAt'>): Promise<void> {
    await tx.query(
      `insert into identity.access_token (id, token_hash, identity_id, organization_id, member_id, name, scopes, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [row.id, sha256(token), row.identityId, row.organizationId, row.memberId, row.name, row.scopes, row.createdAt, row.expiresAt]);
  }

  /** Those that still count, the newest first; of one member, or of all. */
  async live(tx: SqlRunner, organizationId: OrganizationId, memberId: MemberId | null = null): Promise<AccessTokenRow[]> {
    return tx.query<AccessTokenRow>(
      `select ${COLUMNS} from identity.access_token t
       where t.organization_id = $1 and ($2::uuid is null or t.member_id = $2) and t.revoked_at is null and t.expires_at > $3 order by t.created_at desc, t.id desc`,
      [organizationId, memberId, this.clock.now()]);
  }

  async byId(tx: SqlRunner, organizationId: OrganizationId, id: string): Promise<AccessTokenRow | undefined> {
    const [row] = await tx.query<AccessTokenRow>(`select ${COLUMNS} from identity.access_token t where t.organization_id = $1 and t.id = $2`, [organizationId, id]);
    return row;
  }

  /** False when it was revoked before. */
  async revoke(tx: SqlRunner, id: AccessTokenId): Promise<boolean> {
    return (await tx.query('update identity.access_token set revoked_at = $2 where id = $1 and revoked_at is null returning id', [id, this.clock.now()])).length === 1;
  }

  /** A leaver's tokens end for good: they do not come back with the person. */
  async endInOrganization(tx: SqlRunner, identityId: IdentityId, organizationId: OrganizationId): Promise<void> {
    await tx.query('update identity.access_token set revoked_at = $3 where identity_id = $1 and organization_id = $2 and revoked_at is null',
      [identityId, organizationId, this.clock.now()]);
  }

  /** Once a day. */
  private async used({ id, lastUsedOn }: AccessTokenRow, today: string): Promise<void> {
    if (lastUsedOn === today) return;
    await this.db.query('update identity.access_token set last_used_on = $2 where id = $1', [id, today]);
  }
}
