import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { JobQueue } from '@platform/jobs';
import { RateLimits } from '@platform/rate-limit';
import { newId } from '@platform/tenancy';
import { requireEmail } from './email.rules.js';
import { IdentityDb } from './identity-db.js';
import { IDENTITY_MAIL_QUEUE } from './identity-mail.job.js';
import type { IdentityMailJob } from './identity-mail.job.js';

@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly db: IdentityDb, private readonly queue: JobQueue, private readonly limits: RateLimits, private readonly clock: Clock,
  ) {}

  /**
   * Does the same for a known and an unknown address: whether there is anybody is found out by the worker, who tells nobody. Too many for one
   * address are swallowed without a word; too many from one place are the door's to refuse.
   */
  async execute(input: { email: string }): Promise<void> {
    const email = requireEmail(input.email);
    if (!await this.limits.allows('password_reset_mail', email)) return;
    const job: IdentityMailJob = { kind: 'password_reset', id: newId() };
    await this.db.transaction(async (tx) => {
      await tx.query('insert into identity.password_reset_request (id, email, requested_at) values ($1, $2, $3)', [job.id, email, this.clock.now()]);
      await this.queue.send(tx, IDENTITY_MAIL_QUEUE, job);
    });
  }
}
