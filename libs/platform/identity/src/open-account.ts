import { Injectable } from '@nestjs/common';
import { invalid } from '@platform-pure/errors';
import type { IdentityId } from '@platform/tenancy';
import { Identities } from './identities.js';
import { IdentityDb } from './identity-db.js';
import { Invitees } from './invitees.js';
import type { NewPerson } from './invitees.js';
import { OneTimeTokens } from './one-time-tokens.js';

/** The link from the mail proved the address; with it an account is made, once. */
@Injectable()
export class OpenAccount {
  constructor(
    private readonly db: IdentityDb, private readonly tokens: OneTimeTokens, private readonly invitees: Invitees, private readonly identities: Identities,
  ) {}

  /** @throws Invalid `identity.link_dead`, `identity.display_name_needed`, `identity.password_…` (the link stays alive); Conflict `identity.address_taken`. */
  async execute(input: { readonly token: string; readonly person: NewPerson }): Promise<IdentityId> {
    const seen = await this.tokens.peek(input.token, 'sign_up');
    if (seen?.state !== 'live') throw invalid('identity.link_dead');
    const person = await this.invitees.introduce(input.person, seen.email);
    await this.db.transaction(async (tx) => {
      await this.invitees.enter(tx, person);
      if (!await this.tokens.consume(input.token, 'sign_up', { identityId: person.id }, tx)) throw invalid('identity.link_dead');
      await this.tokens.endOthers('sign_up', seen.email, tx);
      await this.identities.note(person.id, 'open_account', tx);
    });
    return person.id;
  }
}
