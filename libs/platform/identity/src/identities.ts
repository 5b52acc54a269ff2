import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { newId } from '@platform/tenancy';
import type { IdentityId, Language } from '@platform/tenancy';
import { requireEmail } from './email.rules.js';
import { IdentityDb } from './identity-db.js';
import type { SqlRunner } from './identity-db.js';

export interface IdentityRow {
  readonly id: IdentityId;
  readonly email: string;
  readonly displayName: string;
  readonly language: Language;
  readonly timeZone: string;
}

export interface Credentials extends IdentityRow { readonly passwordHash: string | null }

export interface NewIdentity {
  /** Made here unless the caller needs it beforehand. */
  readonly id?: IdentityId;
  readonly email: string;
  readonly displayName: string;
  /** From `Passwords.hash`; null until the person has set one through a reset link. */
  readonly passwordHash: string | null;
  readonly language: Language;
  readonly timeZone?: string;
}

const COLUMNS = 'id, email, display_name as "displayName", language, time_zone as "timeZone"';

/** Persons who can sign in. Every method takes the transaction it belongs to, or none. */
@Injectable()
export class Identities {
  constructor(private readonly db: IdentityDb, private readonly clock: Clock) {}

  /** Null when somebody has that address already: the caller decides what may be said about it. */
  async create(person: NewIdentity, on: SqlRunner = this.db): Promise<IdentityRow | null> {
    const now = this.clock.now();
    const [row] = await on.query<IdentityRow>(
      `insert into identity.identity (id, email, display_name, password_hash, language, time_zone, created_at, password_changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning ${COLUMNS}`,
      [person.id ?? newId(), requireEmail(person.email), person.displayName, person.passwordHash, person.language,
        person.timeZone ?? 'Asia/Tokyo', now, person.passwordHash ? now : null]);
    return row ?? null;
  }

  async byId(id: IdentityId, on: SqlRunner = this.db): Promise<IdentityRow | undefined> {
    const [row] = await on.query<IdentityRow>(`select ${COLUMNS} from identity.identity where id = $1`, [id]);
    return row;
  }

  /** `email` in the form of `normalizeEmail`. */
  async byEmail(email: string, on: SqlRunner = this.db): Promise<Credentials | undefined> {
    const [row] = await on.query<Credentials>(
      `select ${COLUMNS}, password_hash as "passwordHash" from identity.identity where lower(email) = $1`, [email]);
    return row;
  }

  async passwordHash(id: IdentityId, on: SqlRunner = this.db): Promise<string | null> {
    const [row] = await on.query<{ hash: string | null }>('select password_hash as hash from identity.identity where id = $1', [id]);
    return row?.hash ?? null;
  }

  async setPassword(id: IdentityId, passwordHash: string, on: SqlRunner): Promise<void> {
    await on.query('update identity.identity set password_hash = $2, password_changed_at = $3 where id = $1', [id, passwordHash, this.clock.now()]);
  }

  async setPreferences(id: IdentityId, preferences: { language: Language; timeZone: string }, on: SqlRunner = this.db): Promise<void> {
    await on.query('update identity.identity set language = $2, time_zone = $3 where id = $1', [id, preferences.language, preferences.timeZone]);
  }

  async change(id: IdentityId, person: { displayName: string; language: Language; timeZone: string }, on: SqlRunner): Promise<void> {
    await on.query('update identity.identity set display_name = $2, language = $3, time_zone = $4 where id = $1', [id, person.displayName, person.language, person.timeZone]);
  }

  /** The person's own trail (sign-ins, passwords, second factors); an organisation's trail is the audit trail. Append-only. */
  async note(id: IdentityId, kind: string, on: SqlRunner = this.db): Promise<void> {
    await on.query('insert into identity.event (id, identity_id, kind, at) values ($1, $2, $3, $4)', [newId(), id, kind, this.clock.now()]);
  }
}
