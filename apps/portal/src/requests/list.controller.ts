import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { RequestActs, SwitchReminders } from '@libs/request';
import { CurrentActor, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { SeeOther } from '../web/page.js';
import type { Page, TableFile } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { RemindersForm } from './forms.js';
import { RequestListPages } from './list-pages.js';

/** All requests that were sent, and whether they remind of themselves. */
@Controller('requests')
export class RequestListController {
  constructor(private readonly db: TenantDb, private readonly pages: RequestListPages, private readonly switching: SwitchReminders) {}

  @Get()
  @May(RequestActs.read)
  list(@Query() query: Readonly<Record<string, unknown>>, @CurrentActor() actor: Actor): Promise<Page | TableFile> {
    return this.db.run(actor, (tx) => this.pages.show(tx, query));
  }

  @Get('reminders')
  @May(RequestActs.switch_reminders)
  reminders(@CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.reminders(tx));
  }

  @Post('reminders')
  @May(RequestActs.switch_reminders)
  async change(@Body() form: RemindersForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<SeeOther> {
    await this.switching.execute(actor, form.reminders !== 'off');
    leaveNotice(request, `portal_requests.notice.reminders_${form.reminders === 'off' ? 'off' : 'on'}`);
    return new SeeOther('/requests');
  }
}
