import { Injectable } from '@nestjs/common';
import type { IdentityId } from '@platform/tenancy';
import { Identities } from './identities.js';
import { Sessions } from './sessions.js';

@Injectable()
export class SignOut {
  constructor(private readonly sessions: Sessions, private readonly identities: Identities) {}

  /** The session's row is gone at once, its second factor with it, whatever the browser keeps. */
  async execute(input: { sid: string; identityId: IdentityId }): Promise<void> {
    await this.sessions.end(input.sid);
    await this.identities.note(input.identityId, 'sign_out');
  }
}
