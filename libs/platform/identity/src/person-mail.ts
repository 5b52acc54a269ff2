import { Injectable } from '@nestjs/common';
import { MailComposer, MailTransport } from '@platform/mail';
import type { MailViews } from '@platform/mail';
import type { IdentityRow } from './identities.js';

/** Somebody with an account, or an address alone (empty name). */
type Addressee = Pick<IdentityRow, 'email' | 'displayName' | 'language'> & Partial<Pick<IdentityRow, 'timeZone'>>;

/** Mail to a person about that person's own account: no organisation is involved, nobody else is told. */
@Injectable()
export class PersonMail {
  constructor(private readonly composer: MailComposer, private readonly transport: MailTransport) {}

  link(path: string): string {
    return this.composer.link(path);
  }

  async send<K extends 'password-reset' | 'one-time-code' | 'sign-up'>(person: Addressee, kind: K, view: MailViews[K]): Promise<void> {
    const recipient = { email: person.email, name: person.displayName, language: person.language, zone: person.timeZone };
    await this.transport.send(this.composer.compose(kind, recipient, view));
  }
}
