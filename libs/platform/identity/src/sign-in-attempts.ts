import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { invalid } from '@platform-pure/errors';
import { sourceKey } from '@platform/rate-limit';
import { IdentityDb } from './identity-db.js';
import type { SqlRunner } from './identity-db.js';
import { ADDRESS_RULE, SOURCE_RULE, afterFailure, secondsLocked } from './lockout.rules.js';
import type { Attempts } from './lockout.rules.js';
import { sha256 } from './secrets.js';

export interface Charge { readonly address: string; readonly source: string; readonly sourceBefore: Attempts }

interface Row extends Attempts { readonly subject: 'address' | 'source' }

/** Failures per address and per source, kept in the database: a restart forgives nobody. */
@Injectable()
export class SignInAttempts {
  constructor(private readonly db: IdentityDb, private readonly clock: Clock) {}

  /**
   * Books a try as failed before the password is looked at, for an unknown address as for a known one.
   * @throws Invalid `identity.too_many_attempts` {minutes} while either is locked; such a try is not looked at and not counted.
   */
  async charge(email: string, from: string): Promise<Charge> {
    const [address, source, now] = [sha256(email), sha256(sourceKey(from)), this.clock.now()];
    return this.db.transaction(async (tx) => {
      const rows = await lockRows(tx, address, source, now);
      const wait = Math.max(...rows.map((row) => secondsLocked(row, now)));
      if (wait > 0) throw invalid('identity.too_many_attempts', { minutes: Math.ceil(wait / 60) });
      for (const row of rows) {
        await save(tx, row.subject, row.subject === 'address' ? address : source, afterFailure(row, row.subject === 'address' ? ADDRESS_RULE : SOURCE_RULE, now));
      }
      return { address, source, sourceBefore: rows.find((row) => row.subject === 'source') as Attempts };
    });
  }

  /** The try was right: the address starts again from nothing, the source is only given this try back. */
  async forgive(charge: Charge): Promise<void> {
    await this.db.query("delete from identity.sign_in_attempt where subject = 'address' and key_hash = $1", [charge.address]);
    await this.db.query(
      "update identity.sign_in_attempt set failures = greatest(failures - 1, 0), locked_until = $2 where subject = 'source' and key_hash = $1",
      [charge.source, charge.sourceBefore.lockedUntil]);
  }

  /** Somebody proved to own the address by its mailbox. */
  async clearAddress(email: string, on: SqlRunner = this.db): Promise<void> {
    await on.query("delete from identity.sign_in_attempt where subject = 'address' and key_hash = $1", [sha256(email)]);
  }
}

/** Always the address first, then the source: two tries at once cannot wait for each other. */
async function lockRows(tx: SqlRunner, address: string, source: string, now: Date): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [subject, key] of [['address', address], ['source', source]] as const) {
    await tx.query('insert into identity.sign_in_attempt (subject, key_hash, failures, last_failed_at) values ($1, $2, 0, $3) on conflict do nothing', [subject, key, now]);
    rows.push(...await tx.query<Row>(
      `select subject, failures, last_failed_at as "lastFailedAt", locked_until as "lockedUntil"
       from identity.sign_in_attempt where subject = $1 and key_hash = $2 for update`, [subject, key]));
  }
  return rows;
}

async function save(tx: SqlRunner, subject: string, key: string, state: Attempts): Promise<void> {
  await tx.query('update identity.sign_in_attempt set failures = $3, last_failed_at = $4, locked_until = $5 where subject = $1 and key_hash = $2',
    [subject, key, state.failures, state.lastFailedAt, state.lockedUntil]);
}
