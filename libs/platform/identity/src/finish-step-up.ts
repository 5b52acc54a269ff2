import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { invalid } from '@platform-pure/errors';
import type { IdentityId, StepUpGrant } from '@platform/tenancy';
import { Identities } from './identities.js';
import { IdentityDb } from './identity-db.js';
import { IDENTITY_OPTIONS } from './identity.options.js';
import type { IdentityOptions } from './identity.options.js';
import { Passwords } from './passwords.js';
import { CODE_ATTEMPTS, challengeState } from './step-up.rules.js';
import { StepUps } from './step-ups.js';

const refused = (code: string, params = {}): Error => invalid(code, params, [{ field: 'code', code, params }]);

/** Second half: the code from the mail; the session then carries a grant that ends by itself. */
@Injectable()
export class FinishStepUp {
  constructor(
    private readonly db: IdentityDb, private readonly stepUps: StepUps, private readonly passwords: Passwords,
    private readonly identities: Identities, private readonly clock: Clock, @Inject(IDENTITY_OPTIONS) private readonly options: IdentityOptions,
  ) {}

  /** @throws Invalid `identity.code_wrong` {left} or `identity.code_dead` when it ran out of time, tries, or was used. */
  async execute(input: { sid: string; identityId: IdentityId; code: string }): Promise<StepUpGrant> {
    const challenge = await this.stepUps.current(input.sid);
    const state = challenge && challenge.identityId === input.identityId ? challengeState(challenge, this.clock.now()) : 'expired';
    if (state === 'waiting') throw refused('identity.code_not_sent_yet');
    const codeHash = challenge && state === 'open' ? await this.stepUps.chargeTry(challenge.id) : undefined;
    if (!challenge || !codeHash) throw refused('identity.code_dead');
    const matches = await this.passwords.verify(codeHash, input.code.normalize('NFKC').replaceAll(/\s/g, ''));
    const left = CODE_ATTEMPTS - challenge.attempts - 1;
    if (!matches) throw left > 0 ? refused('identity.code_wrong', { left }) : refused('identity.code_dead');
    return this.db.transaction(async (tx) => {
      if (!await this.stepUps.finish(tx, challenge.id)) throw refused('identity.code_dead');
      await this.identities.note(input.identityId, 'step_up', tx);
      return this.stepUps.grant(tx, input.sid, 'password_mail_code', this.options.stepUpMinutes);
    });
  }
}
