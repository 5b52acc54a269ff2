import { Injectable } from '@nestjs/common';
import { invalid } from '@platform-pure/errors';
import type { IdentityId, Language } from '@platform/tenancy';
import { Identities } from './identities.js';
import { IdentityDb } from './identity-db.js';
import { readPerson } from './person.rules.js';

export interface ChangePersonInput { readonly identityId: IdentityId; readonly displayName: string; readonly language: Language; readonly timeZone: string }

/** A person's own data. No organisation is concerned: what stands in documents is the name the organisation's administrator gave the member. */
@Injectable()
export class ChangePerson {
  constructor(private readonly db: IdentityDb, private readonly identities: Identities) {}

  /** @throws Invalid `identity.person_invalid` with one entry per field. */
  async execute({ identityId, ...typed }: ChangePersonInput): Promise<void> {
    const person = readPerson(typed);
    await this.db.transaction(async (tx) => {
      if (!await this.identities.byId(identityId, tx)) throw invalid('identity.person_invalid');
      await this.identities.change(identityId, person, tx);
      await this.identities.note(identityId, 'change_person', tx);
    });
  }
}
