import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import type { IdentityId, MemberId, OrganizationId, StepUpGrant, StepUpMethod } from '@platform/tenancy';
import { IDENTITY_OPTIONS } from './identity.options.js';
import type { IdentityOptions } from './identity.options.js';
import { IdentityDb } from './identity-db.js';
import type { SqlRunner } from './identity-db.js';
import { sha256 } from './secrets.js';
import type { Device } from './device.rules.js';
import { TOUCH_EVERY, sessionAlive, touchDue } from './session.rules.js';

export interface StoredSession {
  readonly identityId: IdentityId | null;
  readonly organizationId: OrganizationId | null;
  readonly data: object;
}

/** One line of a person's own list; `key` ends it and opens nothing. */
export interface SessionLine {
  readonly key: string;
  readonly organizationId: OrganizationId | null;
  readonly device: Device;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly current: boolean;
}

/** What the person is in the session's organisation: read with the session, because every request needs it. */
export interface Standing { readonly memberId: MemberId | null; readonly stepUp: StepUpGrant | null }
export interface LoadedSession extends StoredSession { readonly createdAt: Date; readonly lastSeenAt: Date; readonly standing: Standing }

interface LoadedRow extends Omit<LoadedSession, 'standing'> {
  readonly absoluteExpiresAt: Date;
  readonly memberId: MemberId | null;
  readonly method: StepUpMethod | null;
  readonly grantedAt: Date | null;
  readonly expiresAt: Date | null;
}

const LOAD = `select s.identity_id as "identityId", s.organization_id as "organizationId", s.data, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt",
    s.absolute_expires_at as "absoluteExpiresAt", m.member_id as "memberId", g.method, g.granted_at as "grantedAt", g.expires_at as "expiresAt"
  from identity.session s
  left join identity.membership m on m.identity_id = s.identity_id and m.organization_id = s.organization_id and m.active
  left join identity.step_up_grant g on g.sid_hash = s.sid_hash and g.expires_at > $2
  where s.sid_hash = $1`;

/** Sessions live in the database under the sha-256 of their id: whoever reads the table cannot use them. */
@Injectable()
export class Sessions {
  constructor(private readonly db: IdentityDb, private readonly clock: Clock, @Inject(IDENTITY_OPTIONS) private readonly options: IdentityOptions) {}

  private get limits(): { idle: number; absolute: number } {
    return { idle: this.options.sessionIdleMinutes * 60_000, absolute: this.options.sessionAbsoluteHours * 3_600_000 };
  }

  async load(sid: string): Promise<LoadedSession | undefined> {
    const now = this.clock.now();
    const [row] = await this.db.query<LoadedRow>(LOAD, [sha256(sid), now]);
    if (!row || !sessionAlive(row, this.limits, now)) return undefined;
    const { memberId, method, grantedAt, expiresAt, absoluteExpiresAt: _, ...session } = row;
    return { ...session, standing: { memberId, stepUp: method && grantedAt && expiresAt ? { method, grantedAt, expiresAt } : null } };
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

  /** `seenAt` is what was read at the beginning of the request: a visit that is not due costs no round trip. */
  async touch(sid: string, seenAt?: Date): Promise<void> {
    const now = this.clock.now();
    if (seenAt && !touchDue(seenAt, now)) return;
    await this.db.query('update identity.session set last_seen_at = $2 where sid_hash = $1 and last_seen_at <= $3',
      [sha256(sid), now, new Date(now.getTime() - TOUCH_EVERY)]);
  }

  /** Those that are still open, the newest use first. */
  async of(identityId: IdentityId, sid: string): Promise<SessionLine[]> {
    const rows = await this.db.query<Omit<SessionLine, 'current' | 'device'> & { device: Device | null; absoluteExpiresAt: Date }>(
      `select sid_hash as key, organization_id as "organizationId", data -> 'device' as device, created_at as "startedAt",
         last_seen_at as "lastSeenAt", absolute_expires_at as "absoluteExpiresAt"
       from identity.session where identity_id = $1 order by last_seen_at desc, sid_hash`, [identityId]);
    const open = rows.filter((row) => sessionAlive(row, this.limits, this.clock.now()));
    return open.map(({ absoluteExpiresAt: _, device, ...row }) => ({ ...row, device: device ?? { browser: null, system: null }, current: row.key === sha256(sid) }));
  }

  /** False when this person has no such session (any more). */
  async endOwn(tx: SqlRunner, identityId: IdentityId, key: string): Promise<boolean> {
    const rows = await tx.query('delete from identity.session where identity_id = $1 and sid_hash = $2 returning 1 as one', [identityId, key]);
    return rows.length === 1;
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
