import { Injectable } from '@nestjs/common';
import { invalid } from '@platform-pure/errors';
import type { IdentityId } from '@platform/tenancy';
import { Identities } from './identities.js';
import { IdentityDb } from './identity-db.js';
import { OneTimeTokens } from './one-time-tokens.js';
import { requireGoodPassword } from './password.rules.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in-attempts.js';

@Injectable()
export class ResetPassword {
  constructor(
    private readonly db: IdentityDb, private readonly tokens: OneTimeTokens, private readonly identities: Identities,
    private readonly passwords: Passwords, private readonly sessions: Sessions, private readonly attempts: SignInAttempts,
  ) {}

  /**
   * Sets the password, ends every session and every other reset link of the person, and lifts the lock on the address.
   * @throws Invalid `identity.link_dead` for a used, old or unknown link; `identity.password_…` leaves the link alive.
   */
  async execute(input: { token: string; password: string }): Promise<void> {
    const seen = await this.tokens.peek(input.token, 'password_reset');
    if (seen?.state !== 'live') throw invalid('identity.link_dead');
    requireGoodPassword(input.password, seen.email);
    const passwordHash = await this.passwords.hash(input.password);
    const identityId = seen.payload.identityId as IdentityId;
    await this.db.transaction(async (tx) => {
      if (!await this.tokens.consume(input.token, 'password_reset', { identityId }, tx)) throw invalid('identity.link_dead');
      await this.tokens.endOthers('password_reset', seen.email, tx);
      await this.identities.setPassword(identityId, passwordHash, tx);
      await this.sessions.endAllOf(identityId, tx);
      await this.attempts.clearAddress(seen.email, tx);
      await this.identities.note(identityId, 'reset_password', tx);
    });
  }
}
