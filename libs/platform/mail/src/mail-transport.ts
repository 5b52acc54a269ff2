import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { Transporter } from 'nodemailer';
import { envelopeOf } from './envelope.js';
import { MAIL_OPTIONS } from './mail.options.js';
import type { MailOptions } from './mail.options.js';
import type { MailMessage } from './mail-message.js';
import { MailRefused, permanentRefusal } from './mail-refusal.rules.js';
import { Mailbox } from './mailbox.js';

/** Milliseconds. Well below the time a database transaction may idle: the row that says "sent" is committed after the server took the mail. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Where mails leave us: the SMTP server that is configured, otherwise the mailbox. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly smtp: Transporter | null;

  constructor(@Inject(MAIL_OPTIONS) options: MailOptions, private readonly mailbox: Mailbox) {
    this.smtp = options.smtpUrl ? createTransport({ url: options.smtpUrl, pool: true, maxConnections: 2, ...PATIENCE }) : null;
  }

  /** Resolves when the server has taken the mail. Throws MailRefused when it never will, otherwise what it said; the job is then tried again. */
  async send(message: MailMessage): Promise<void> {
    if (!this.smtp) { await this.mailbox.keep(message); return; }
    try {
      await this.smtp.sendMail(envelopeOf(message));
    } catch (error) {
      const refusal = permanentRefusal(error);
      throw refusal === null ? error : new MailRefused(message.to.address, refusal);
    }
  }

  onApplicationShutdown(): void {
    this.smtp?.close();
  }
}
