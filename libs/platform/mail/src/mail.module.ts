import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { MailComposer } from './mail-composer.js';
import { MAIL_OPTIONS } from './mail.options.js';
import type { MailOptions } from './mail.options.js';
import { MailTransport } from './mail-transport.js';
import { Mailbox } from './mailbox.js';
import { OutgoingMail } from './outgoing-mail.js';

const OFFERED = [MailComposer, MailTransport, Mailbox, OutgoingMail];

/** Needs ClockModule, TenancyModule and RenderingModule (Templates). */
@Global()
@Module({})
export class MailModule {
  static with(options: MailOptions): DynamicModule {
    return { module: MailModule, providers: [{ provide: MAIL_OPTIONS, useValue: options }, ...OFFERED], exports: OFFERED };
  }
}
