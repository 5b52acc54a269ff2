import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { Templates } from '@platform/rendering';
import { MAIL_OPTIONS } from './mail.options.js';
import type { MailOptions } from './mail.options.js';
import type { MailMessage, Recipient } from './mail-message.js';
import type { MailContact, MailKind, MailViews } from './mail-views.js';

export interface ComposeOptions {
  /** Replies go there: a supplier who answers the mail reaches a person of the buyer, not us. */
  readonly replyTo?: MailContact | null;
  /**
   * What the mail is about, such as the event's id. The same mail to the same person then has the same Message-ID, and a repeat after a crash is
   * shown once by most mail programs. Leave it out where a repeat holds another secret.
   */
  readonly about?: string;
}

/** Makes a mail, plain and HTML, in the language of the one who reads it. */
@Injectable()
export class MailComposer {
  constructor(private readonly templates: Templates, private readonly clock: Clock, @Inject(MAIL_OPTIONS) private readonly options: MailOptions) {}

  /** An absolute link into the portal; `path` begins with a slash. */
  link(path: string): string {
    return `${this.options.publicUrl}${path}`;
  }

  compose<K extends MailKind>(kind: K, to: Recipient, view: MailViews[K], options: ComposeOptions = {}): MailMessage {
    const replyTo = options.replyTo ?? null;
    const full = { ...view, recipientName: to.name, replyTo, home: this.options.publicUrl };
    const render = (part: string, layout?: string): string =>
      this.templates.render(`mail/${kind}.${part}`, full, { language: to.language, zone: to.zone, ...(layout ? { layout } : {}) });
    return {
      kind, messageId: this.messageId(kind, to.email, options.about), from: this.options.from,
      to: { name: to.name, address: to.email }, replyTo: replyTo && { name: replyTo.name, address: replyTo.email },
      subject: render('subject.txt').trim(), text: render('txt', 'mail/_layout/mail.txt'), html: render('html', 'mail/_layout/mail.html'),
      language: to.language, date: this.clock.now(),
    };
  }

  private messageId(kind: MailKind, email: string, about: string | undefined): string {
    const unique = about ? createHash('sha256').update(`${kind}:${about}:${email.toLowerCase()}`).digest('hex').slice(0, 32) : randomUUID();
    return `<${unique}@${new URL(this.options.publicUrl).hostname}>`;
  }
}
