import { Injectable } from '@nestjs/common';
import { conflict, invalid, notFound } from '@platform/errors';
import { newId } from '@platform/tenancy';
import type { IdentityId, Language } from '@platform/tenancy';
import { Identities } from './identities.js';
import type { IdentityRow } from './identities.js';
import type { SqlRunner } from './identity-db.js';
import { requireGoodPassword } from './password.rules.js';
import { Passwords } from './passwords.js';

/** Somebody who has no account yet. The address is the one the link was mailed to: opening the link proved it. */
export interface NewPerson { readonly displayName: string; readonly password: string; readonly language: Language }

/** Who opened an invitation: somebody who is signed in, or somebody new. */
export type Invitee = { readonly identityId: IdentityId } | NewPerson;

export interface IntroducedPerson extends IdentityRow {
  /** Of an account that is still to be made. */
  readonly passwordHash: string | null;
  readonly isNew: boolean;
}

/** Turns whoever opened an invitation into a person with an id, and, inside the accepting transaction, into an account. */
@Injectable()
export class Invitees {
  constructor(private readonly identities: Identities, private readonly passwords: Passwords) {}

  /** @throws Invalid `identity.display_name_needed`, `identity.password_…`; NotFound. Writes nothing; the slow hash happens here, outside any transaction. */
  async introduce(invitee: Invitee, email: string): Promise<IntroducedPerson> {
    if ('identityId' in invitee) {
      const known = await this.identities.byId(invitee.identityId);
      if (!known) throw notFound('identity');
      return { ...known, passwordHash: null, isNew: false };
    }
    const displayName = invitee.displayName.normalize('NFC').trim();
    if (!displayName) throw invalid('identity.display_name_needed', {}, [{ field: 'displayName', code: 'identity.display_name_needed' }]);
    requireGoodPassword(invitee.password, email);
    const passwordHash = await this.passwords.hash(invitee.password);
    return { id: newId<'Identity'>() as IdentityId, email, displayName, language: invitee.language, timeZone: 'Asia/Tokyo', passwordHash, isNew: true };
  }

  /** @throws Conflict `identity.address_taken`: that address has an account, and its owner signs in first. */
  async enter(tx: SqlRunner, person: IntroducedPerson): Promise<void> {
    if (person.isNew && !await this.identities.create(person, tx)) throw conflict('identity.address_taken');
  }
}
