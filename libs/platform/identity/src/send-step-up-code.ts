import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { Identities } from './identities.js';
import type { SqlRunner } from './identity-db.js';
import { Passwords } from './passwords.js';
import { PersonMail } from './person-mail.js';
import { randomCode } from './secrets.js';
import { challengeState } from './step-up.rules.js';
import { StepUps } from './step-ups.js';
import type { ChallengeId } from './step-ups.js';

@Injectable()
export class SendStepUpCode {
  constructor(
    private readonly stepUps: StepUps, private readonly identities: Identities, private readonly passwords: Passwords,
    private readonly mail: PersonMail, private readonly clock: Clock,
  ) {}

  /** Nothing is sent for a challenge that has its code already, ran out of time, or went away with its session. */
  async within(tx: SqlRunner, id: ChallengeId): Promise<void> {
    const challenge = await this.stepUps.toSend(tx, id);
    if (!challenge || challengeState(challenge, this.clock.now()) !== 'waiting') return;
    const person = await this.identities.byId(challenge.identityId, tx);
    if (!person) return;
    const code = randomCode();
    await this.stepUps.setCode(tx, id, await this.passwords.hash(code));
    await this.mail.send(person, 'one-time-code', { name: person.displayName, code, expiresAt: challenge.expiresAt });
  }
}
