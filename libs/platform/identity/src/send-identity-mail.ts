import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import type { Language } from '@platform/tenancy';
import { IdentityDb } from './identity-db.js';
import type { SqlRunner } from './identity-db.js';
import { Identities } from './identities.js';
import type { IdentityMailJob } from './identity-mail.job.js';
import { OneTimeTokens } from './one-time-tokens.js';
import { PersonMail } from './person-mail.js';
import { SendStepUpCode } from './send-step-up-code.js';
import type { ChallengeId } from './step-ups.js';

/**
 * The worker's half: makes the secret, mails it, and only then commits. A repeated job finds the row handled and sends nothing; after a
 * crash between the mail and the commit a second mail goes out, and its link or code is the one that works.
 */
@Injectable()
export class SendIdentityMail {
  constructor(
    private readonly db: IdentityDb, private readonly identities: Identities, private readonly tokens: OneTimeTokens,
    private readonly code: SendStepUpCode, private readonly mail: PersonMail, private readonly clock: Clock,
  ) {}

  async execute(job: IdentityMailJob): Promise<void> {
    await this.db.transaction((tx) => {
      if (job.kind === 'step_up_code') return this.code.within(tx, job.id as ChallengeId);
      return job.kind === 'sign_up' ? this.signUpLink(tx, job.id) : this.resetLink(tx, job.id);
    });
  }

  private async resetLink(tx: SqlRunner, id: string): Promise<void> {
    const [request] = await tx.query<{ email: string }>(
      'update identity.password_reset_request set handled_at = $2 where id = $1 and handled_at is null returning email', [id, this.clock.now()]);
    const person = request && await this.identities.byEmail(request.email, tx);
    if (!person) return;
    const { token, expiresAt } = await this.tokens.mint({ kind: 'password_reset', email: person.email, payload: { identityId: person.id } }, tx);
    await this.mail.send(person, 'password-reset', { name: person.displayName, url: this.mail.link(`/password-reset/${token}`), expiresAt });
  }

  /** The same letter whether the address has an account or not; the page behind the link knows what comes next. */
  private async signUpLink(tx: SqlRunner, id: string): Promise<void> {
    const [request] = await tx.query<{ email: string; language: Language }>(
      'update identity.sign_up_request set handled_at = $2 where id = $1 and handled_at is null returning email, language', [id, this.clock.now()]);
    if (!request) return;
    const { token, expiresAt } = await this.tokens.mint({ kind: 'sign_up', email: request.email, payload: {} }, tx);
    await this.mail.send({ ...request, displayName: '' }, 'sign-up', { url: this.mail.link(`/sign-up/${token}`), expiresAt });
  }
}
