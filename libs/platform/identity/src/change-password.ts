import { Injectable } from '@nestjs/common';
import { invalid } from '@platform-pure/errors';
import type { IdentityId } from '@platform/tenancy';
import { Identities } from './identities.js';
import { IdentityDb } from './identity-db.js';
import { OneTimeTokens } from './one-time-tokens.js';
import { PasswordCheck } from './password-check.js';
import { requireGoodPassword } from './password.rules.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';

export interface ChangePasswordInput {
  readonly identityId: IdentityId;
  /** The session that stays; every other one of this person ends. */
  readonly sid: string;
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly source: string;
}

@Injectable()
export class ChangePassword {
  constructor(
    private readonly db: IdentityDb, private readonly check: PasswordCheck, private readonly identities: Identities,
    private readonly passwords: Passwords, private readonly sessions: Sessions, private readonly tokens: OneTimeTokens,
  ) {}

  /** @throws Invalid `identity.password_wrong`, `identity.too_many_attempts`, `identity.password_…`, `identity.password_unchanged`. */
  async execute(input: ChangePasswordInput): Promise<void> {
    const identity = await this.check.require(input.identityId, input.currentPassword, input.source, 'currentPassword');
    requireGoodPassword(input.newPassword, identity.email, 'newPassword');
    if (input.newPassword === input.currentPassword) {
      throw invalid('identity.password_unchanged', {}, [{ field: 'newPassword', code: 'identity.password_unchanged' }]);
    }
    const passwordHash = await this.passwords.hash(input.newPassword);
    await this.db.transaction(async (tx) => {
      await this.identities.setPassword(identity.id, passwordHash, tx);
      await this.tokens.endOthers('password_reset', identity.email, tx);
      await this.sessions.endAllOf(identity.id, tx, input.sid);
      await this.identities.note(identity.id, 'change_password', tx);
    });
  }
}
