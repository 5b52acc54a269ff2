import { Injectable } from '@nestjs/common';
import { JobQueue } from '@platform/jobs';
import { RateLimits } from '@platform/rate-limit';
import type { IdentityId } from '@platform/tenancy';
import { IdentityDb } from './identity-db.js';
import { IDENTITY_MAIL_QUEUE } from './identity-mail.job.js';
import type { IdentityMailJob } from './identity-mail.job.js';
import { PasswordCheck } from './password-check.js';
import { StepUps } from './step-ups.js';
import type { ChallengeId } from './step-ups.js';

export interface StartStepUpInput {
  readonly sid: string;
  readonly identityId: IdentityId;
  readonly password: string;
  readonly source: string;
}

/** First half of the second factor: the password again; a code is then on its way by mail (domain.md §0b.19). */
@Injectable()
export class StartStepUp {
  constructor(
    private readonly db: IdentityDb, private readonly check: PasswordCheck, private readonly stepUps: StepUps,
    private readonly queue: JobQueue, private readonly limits: RateLimits,
  ) {}

  /** @throws Invalid `identity.password_wrong`, `identity.too_many_attempts`; TooMany `identity.too_many_codes`. */
  async execute(input: StartStepUpInput): Promise<{ id: ChallengeId; email: string; expiresAt: Date }> {
    const identity = await this.check.require(input.identityId, input.password, input.source);
    await this.limits.take('step_up_mail', identity.id);
    return this.db.transaction(async (tx) => {
      const challenge = await this.stepUps.open(tx, input.sid, identity.id);
      const job: IdentityMailJob = { kind: 'step_up_code', id: challenge.id };
      await this.queue.send(tx, IDENTITY_MAIL_QUEUE, job);
      return { ...challenge, email: identity.email };
    });
  }
}
