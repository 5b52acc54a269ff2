import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import type { IdentityId, OrganizationId } from '@platform/tenancy';
import { IDENTITY_OPTIONS } from './identity.options.js';
import type { IdentityOptions } from './identity.options.js';
import { IdentityDb } from './identity-db.js';
import type { SqlRunner } from './identity-db.js';
import { sha256 } from './secrets.js';
import { TOUCH_EVERY, sessionAlive } from './session.rules.js';

export interface StoredSession {
  readonly identityId: IdentityId | null;
  readonly organizationId: OrganizationId | null;
  readonly data: object;
}

export interface LoadedSession extends StoredSession { readonly createdAt: Date }

/** Sessions live in the database under the sha-256 of their id: whoever reads the table cannot use them. */
@Injectable()
export class Sessions {
  constructor(private readonly db: IdentityDb, private readonly clock: Clock, @Inject(IDENTITY_OPTIONS) private readonly options: IdentityOptions) {}

  private get limits(): { idle: number; absolute: number } {
    return { idle: this.options.sessionIdleMinutes * 60_000, absolute: this.options.sessionAbsoluteHours * 3_600_000 };
  }

  async load(sid: string): Promise<LoadedSession | undefined> {
    const [row] = await this.db.query<LoadedSession & { lastSeenAt: Date; absoluteExpiresAt: Date }>(
      `select identity_id as "identityId", organization_id as "organizationId", data, created_at as "createdAt",
         last_seen_at as "lastSeenAt", absolute_expires_at as "absoluteExpiresAt" from identity.session where sid_hash = $1`, [sha256(sid)]);
    return row && sessionAlive(row, this.limits, this.clock.now()) ? row : undefined;
  }

  async create(sid: string, session: StoredSession): Promise<void> {
    const now = this.clock.now();
    await this.db.query(
      `insert into identity.session (sid_hash, identity_id, organization_id, data, created_at, last_seen_at, absolute_expires_at)
       values ($1, $2, $3, $4, $5, $5, $6)
       on conflict (sid_hash) do update set identity_id = excluded.identity_id, organization_id = excluded.organization_id,
         data = excluded.data, last_seen_at = excluded.last_seen_at`,
      [sha256(sid), session.identityId, session.organizationId, JSON.stringify(session.data), now, new Date(now.getTime() + this.limits.absolute)]);
  }

  /** Writes nothing when the session was ended meanwhile: a request that was under way must not bring it back. */
  async update(sid: string, session: StoredSession): Promise<void> {
    await this.db.query('update identity.session set identity_id = $2, organization_id = $3, data = $4, last_seen_at = $5 where sid_hash = $1',
      [sha256(sid), session.identityId, session.organizationId, JSON.stringify(session.data), this.clock.now()]);
  }

  async touch(sid: string): Promise<void> {
    const now = this.clock.now();
    await this.db.query('update identity.session set last_seen_at = $2 where sid_hash = $1 and last_seen_at <= $3',
      [sha256(sid), now, new Date(now.getTime() - TOUCH_EVERY)]);
  }

  async end(sid: string): Promise<void> {
    await this.db.query('delete from identity.session where sid_hash = $1', [sha256(sid)]);
  }

  /** Every session of a person, but the one with this id. */
  async endAllOf(identityId: IdentityId, on: SqlRunner = this.db, exceptSid?: string): Promise<void> {
    await on.query('delete from identity.session where identity_id = $1 and sid_hash <> $2', [identityId, exceptSid ? sha256(exceptSid) : '']);
  }

  /** A leaver is out at once, and stays signed in elsewhere. */
  async endInOrganization(tx: SqlRunner, identityId: IdentityId, organizationId: OrganizationId): Promise<void> {
    await tx.query('delete from identity.session where identity_id = $1 and organization_id = $2', [identityId, organizationId]);
  }
}
