import { Injectable } from '@nestjs/common';
import { invalid } from '@platform-pure/errors';
import { normalizeEmail } from './email.rules.js';
import { Identities } from './identities.js';
import type { IdentityRow } from './identities.js';
import { Passwords } from './passwords.js';
import { SignInAttempts } from './sign-in-attempts.js';

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  /** Network address of the caller. */
  readonly source: string;
}

/** Who is this? The caller then starts a session (`startSession`). */
@Injectable()
export class SignIn {
  constructor(private readonly identities: Identities, private readonly passwords: Passwords, private readonly attempts: SignInAttempts) {}

  /**
   * One answer and one amount of work for an unknown address, a wrong password and a person without a password.
   * @throws Invalid `identity.sign_in_failed` or `identity.too_many_attempts` {minutes}.
   */
  async execute(input: SignInInput): Promise<IdentityRow> {
    const email = normalizeEmail(input.email);
    const charge = await this.attempts.charge(email, input.source);
    const found = await this.identities.byEmail(email);
    const matches = await this.passwords.verify(found?.passwordHash ?? null, input.password);
    if (!found || !matches) throw invalid('identity.sign_in_failed');
    await this.attempts.forgive(charge);
    await this.identities.note(found.id, 'sign_in');
    const { passwordHash: _, ...identity } = found;
    return identity;
  }
}
