import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { JobQueue } from '@platform/jobs';
import { RateLimits } from '@platform/rate-limit';
import { newId } from '@platform/tenancy';
import type { Language } from '@platform/tenancy';
import { requireEmail } from './email.rules.js';
import { IdentityDb } from './identity-db.js';
import { IDENTITY_MAIL_QUEUE } from './identity-mail.job.js';
import type { IdentityMailJob } from './identity-mail.job.js';

@Injectable()
export class RequestSignUp {
  constructor(
    private readonly db: IdentityDb, private readonly queue: JobQueue, private readonly limits: RateLimits, private readonly clock: Clock,
  ) {}

  /** Does the same whether the address has an account or not: the mailbox alone is told. @throws Invalid `identity.email_malformed`. */
  async execute(input: { email: string; language: Language }): Promise<void> {
    const email = requireEmail(input.email);
    if (!await this.limits.allows('sign_up_mail', email)) return;
    const job: IdentityMailJob = { kind: 'sign_up', id: newId() };
    await this.db.transaction(async (tx) => {
      await tx.query('insert into identity.sign_up_request (id, email, language, requested_at) values ($1, $2, $3, $4)', [job.id, email, input.language, this.clock.now()]);
      await this.queue.send(tx, IDENTITY_MAIL_QUEUE, job);
    });
  }
}
