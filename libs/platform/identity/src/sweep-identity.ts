import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { IdentityDb } from './identity-db.js';
import { IDENTITY_OPTIONS } from './identity.options.js';
import type { IdentityOptions } from './identity.options.js';
import { ADDRESS_RULE } from './lockout.rules.js';

const DAY = 86_400_000;
/** Used invitations stay: who accepted what is asked later. */
const DEAD_LINKS_KEPT = 30 * DAY;

/** Throws away what has ended; the worker calls it now and then. Nothing depends on it: everything that ends is also checked by time. */
@Injectable()
export class SweepIdentity {
  constructor(private readonly db: IdentityDb, private readonly clock: Clock, @Inject(IDENTITY_OPTIONS) private readonly options: IdentityOptions) {}

  async execute(): Promise<void> {
    const ago = (milliseconds: number): Date => new Date(this.clock.now().getTime() - milliseconds);
    await this.db.query('delete from identity.session where absolute_expires_at <= $1 or last_seen_at <= $2',
      [this.clock.now(), ago(this.options.sessionIdleMinutes * 60_000)]);
    await this.db.query('delete from identity.one_time_token where consumed_at is null and expires_at <= $1', [ago(DEAD_LINKS_KEPT)]);
    await this.db.query('delete from identity.sign_in_attempt where last_failed_at <= $1', [ago(ADDRESS_RULE.forgetAfter * 1000)]);
    await this.db.query('delete from identity.password_reset_request where requested_at <= $1', [ago(DAY)]);
    await this.db.query('delete from identity.sign_up_request where requested_at <= $1', [ago(DAY)]);
  }
}
