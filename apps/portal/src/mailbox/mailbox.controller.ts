import { Controller, Get, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { IdPipe, Open } from '@platform/http';
import { Mailbox } from '@platform/mail';
import { notFound } from '@platform-pure/errors';
import { PORTAL_SETTINGS } from '../portal-settings.js';
import type { PortalSettings } from '../portal-settings.js';
import { Page } from '../web/page.js';
import { mailView, mailboxView } from './mailbox.view.js';

const BECAUSE = 'mails to people of the worked example: sign-in codes and links must be readable before signing in; absent where SMTP_URL is set';

@Controller('mailbox')
export class MailboxController {
  constructor(private readonly mailbox: Mailbox, @Inject(PORTAL_SETTINGS) private readonly settings: PortalSettings) {}

  @Get()
  @Open(BECAUSE)
  async list(@Query('to') to?: unknown): Promise<Page> {
    const address = typeof to === 'string' ? to.trim() : '';
    const mails = await this.mailbox.list({ limit: 100, ...(address ? { to: address } : {}) });
    return new Page('mailbox/list', mailboxView(mails, address), { title: 'portal.mailbox.title' });
  }

  @Get(':id')
  @Open(BECAUSE)
  async show(@Param('id', IdPipe) id: string): Promise<Page> {
    const mail = await this.mailbox.get(id);
    if (!mail) throw notFound('mail');
    return new Page('mailbox/show', mailView(mail, this.settings.publicUrl), { title: mail.subject });
  }

  @Get(':id/eml')
  @Open(BECAUSE)
  async eml(@Param('id', IdPipe) id: string): Promise<StreamableFile> {
    const bytes = await this.mailbox.eml(id);
    if (!bytes) throw notFound('mail');
    return new StreamableFile(bytes, { type: 'message/rfc822', disposition: `attachment; filename="${id}.eml"` });
  }
}
