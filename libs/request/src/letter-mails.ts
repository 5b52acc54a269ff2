import { Injectable } from '@nestjs/common';
import { MailComposer, OutgoingMail } from '@platform/mail';
import type { MailKind, MailMessage, Recipient, Refusal } from '@platform/mail';
import type { Actor } from '@platform/tenancy';
import { contactOf, requestMailView } from './request-letters.js';
import type { LetterCause, LetterInput, RequestLetter } from './request-letters.js';

/** Who is written to now or was before, and whom the mail server refused for good. */
export interface Delivered { readonly sent: number; readonly addresses: readonly string[]; readonly refused: readonly Refusal[] }

/** Where a letter leads. A link that can be used once says until when. */
export interface LetterLink { readonly url: string; readonly expiresAt: Date | null }

const KINDS = { reminded: 'request-reminder', extended: 'request-extended', withdrawn: 'request-withdrawn' } as const satisfies Partial<Record<LetterCause, MailKind>>;

/** Puts a letter about a request into mails: once per event, reaction and address, replies to the buyer's contact. */
@Injectable()
export class LetterMails {
  constructor(private readonly composer: MailComposer, private readonly outgoing: OutgoingMail) {}

  link(path: string): string {
    return this.composer.link(path);
  }

  async send(
    actor: Actor, reaction: string, letter: RequestLetter, { eventId, cause = 'sent', linkFor }: LetterInput & { readonly linkFor: (to: Recipient) => Promise<LetterLink> },
  ): Promise<Delivered> {
    const mails = letter.recipients.map((to) => ({ to, compose: async () => this.compose(letter, to, cause, await linkFor(to), eventId) }));
    const sent = await this.outgoing.deliver(actor, { eventId, reaction }, mails);
    return { sent, addresses: letter.recipients.map(({ email }) => email.toLowerCase()), refused: await this.outgoing.refusals(actor, { eventId, reaction }) };
  }

  private compose(letter: RequestLetter, to: Recipient, cause: LetterCause, { url, expiresAt }: LetterLink, eventId: string): MailMessage {
    const view = requestMailView(letter, to.language, cause);
    const replyTo = contactOf(letter.document);
    // a repeat of a mail with a link of its own holds another link and must be seen: no id is shared
    if (cause !== 'sent') return this.composer.compose(KINDS[cause], to, { ...view, url, expiresAt }, expiresAt ? { replyTo } : { replyTo, about: eventId });
    if (expiresAt) return this.composer.compose('supplier-invitation', to, { ...view, url, expiresAt }, { replyTo });
    return this.composer.compose('request-sent', to, { ...view, url }, { replyTo, about: eventId });
  }
}
