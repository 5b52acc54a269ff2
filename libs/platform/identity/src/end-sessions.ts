import { Injectable } from '@nestjs/common';
import { notFound } from '@platform-pure/errors';
import type { IdentityId } from '@platform/tenancy';
import { Identities } from './identities.js';
import { IdentityDb } from './identity-db.js';
import { Sessions } from './sessions.js';

/** A person signs another device of his own out. */
@Injectable()
export class EndSessions {
  constructor(private readonly db: IdentityDb, private readonly sessions: Sessions, private readonly identities: Identities) {}

  /** One of the list (`Sessions.of`). @throws NotFound for somebody else's, as for one that has ended. */
  async one(input: { identityId: IdentityId; key: string }): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (!await this.sessions.endOwn(tx, input.identityId, input.key)) throw notFound('session');
      await this.identities.note(input.identityId, 'end_session', tx);
    });
  }

  /** All but the one that asks. */
  async others(input: { identityId: IdentityId; sid: string }): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.sessions.endAllOf(input.identityId, tx, input.sid);
      await this.identities.note(input.identityId, 'end_other_sessions', tx);
    });
  }
}
