import { Injectable } from '@nestjs/common';
import { Store } from 'express-session';
import type { SessionData } from 'express-session';
import type { IdentityId, OrganizationId } from '@platform/tenancy';
import type { Device } from './device.rules.js';
import { Sessions } from './sessions.js';
import type { Standing, StoredSession } from './sessions.js';

declare module 'express-session' {
  interface SessionData {
    identityId?: IdentityId;
    /** Chosen explicitly, or the only one. */
    organizationId?: OrganizationId;
    /** Where it was begun, for the person's own list of sessions. */
    device?: Device;
    /** Set when loaded: tells a session that exists from one that is being made. */
    bornAt?: string;
    /** As they were when it was loaded; never stored. */
    seenAt?: Date;
    standing?: Standing;
  }
}

type Done<T = void> = (error?: unknown, value?: T) => void;

/** express-session's store over {@link Sessions}. The cookie's own expiry is not used: the table knows when a session ends. */
@Injectable()
export class PgSessionStore extends Store {
  constructor(private readonly sessions: Sessions) {
    super();
  }

  override get(sid: string, done: (error: unknown, session?: SessionData | null) => void): void {
    this.sessions.load(sid).then(
      (row) => done(null, row ? { ...(row.data as SessionData), bornAt: row.createdAt.toISOString(), seenAt: row.lastSeenAt, standing: row.standing } : null),
      (error: unknown) => done(error));
  }

  override set(sid: string, session: SessionData, done: Done = () => undefined): void {
    const saved = session.bornAt ? this.sessions.update(sid, stored(session)) : this.sessions.create(sid, stored(session));
    saved.then(() => done(), done);
  }

  override touch(sid: string, session: SessionData, done: Done = () => undefined): void {
    this.sessions.touch(sid, session.seenAt).then(() => done(), done);
  }

  override destroy(sid: string, done: Done = () => undefined): void {
    this.sessions.end(sid).then(() => done(), done);
  }
}

function stored(session: SessionData): StoredSession {
  const { bornAt: _, seenAt: _seen, standing: _standing, ...data } = session;
  return { identityId: session.identityId ?? null, organizationId: session.organizationId ?? null, data };
}
