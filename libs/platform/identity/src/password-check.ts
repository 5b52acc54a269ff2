import { Injectable } from '@nestjs/common';
import { invalid, notFound } from '@platform-pure/errors';
import type { IdentityId } from '@platform/tenancy';
import { Identities } from './identities.js';
import type { IdentityRow } from './identities.js';
import { Passwords } from './passwords.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** Asks a signed-in person for the password again; failures count like those at the sign-in page. */
@Injectable()
export class PasswordCheck {
  constructor(private readonly identities: Identities, private readonly passwords: Passwords, private readonly attempts: SignInAttempts) {}

  /** @throws Invalid `identity.password_wrong` on the field, or `identity.too_many_attempts` {minutes}. */
  async require(id: IdentityId, password: string, source: string, field = 'password'): Promise<IdentityRow> {
    const identity = await this.identities.byId(id);
    if (!identity) throw notFound('identity');
    const charge = await this.attempts.charge(identity.email, source);
    const matches = await this.passwords.verify(await this.identities.passwordHash(id), password);
    if (!matches) throw invalid('identity.password_wrong', {}, [{ field, code: 'identity.password_wrong' }]);
    await this.attempts.forgive(charge);
    return identity;
  }
}
