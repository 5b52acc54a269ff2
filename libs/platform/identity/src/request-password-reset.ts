import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { JobQueue } from '@platform/jobs';
import { newId } from '@platform/tenancy';
import { requireEmail } from './email.rules.js';
import { IdentityDb } from './identity-db.js';
import type { SqlRunner } from './identity-db.js';
import { IDENTITY_MAIL_QUEUE } from './identity-mail.job.js';
import type { IdentityMailJob } from './identity-mail.job.js';
import { sha256 } from './secrets.js';

/** Per hour. More are swallowed without a word: a mailbox is not a drum. */
const PER_ADDRESS = 5;
const PER_SOURCE = 30;
const HOUR = 3_600_000;

@Injectable()
export class RequestPasswordReset {
  constructor(private readonly db: IdentityDb, private readonly queue: JobQueue, private readonly clock: Clock) {}

  /** Does the same for a known and an unknown address: whether there is anybody is found out by the worker, who tells nobody. */
  async execute(input: { email: string; source: string }): Promise<void> {
    const email = requireEmail(input.email);
    const source = sha256(input.source);
    await this.db.transaction(async (tx) => {
      if (await this.tooMany(tx, email, source)) return;
      const job: IdentityMailJob = { kind: 'password_reset', id: newId() };
      await tx.query('insert into identity.password_reset_request (id, email, source_hash, requested_at) values ($1, $2, $3, $4)',
        [job.id, email, source, this.clock.now()]);
      await this.queue.send(tx, IDENTITY_MAIL_QUEUE, job);
    });
  }

  private async tooMany(tx: SqlRunner, email: string, source: string): Promise<boolean> {
    const [row] = await tx.query<{ address: number; source: number }>(
      `select count(*) filter (where email = $1)::int as address, count(*) filter (where source_hash = $2)::int as source
       from identity.password_reset_request where (email = $1 or source_hash = $2) and requested_at > $3`,
      [email, source, new Date(this.clock.now().getTime() - HOUR)]);
    return row.address >= PER_ADDRESS || row.source >= PER_SOURCE;
  }
}
