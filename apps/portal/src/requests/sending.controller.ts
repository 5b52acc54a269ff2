import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { RequestActs } from '@libs/request';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { SeeOther } from '../web/page.js';
import type { Page } from '../web/page.js';
import { orRedraw } from '../web/problems.js';
import { SendForm } from './forms.js';
import { Sender } from './sender.js';
import { SendingPages } from './sending-pages.js';

type Asked = Readonly<Record<string, unknown>>;

/** Sending: who and what, the details, the check, the outcome. */
@Controller('requests')
export class SendingController {
  constructor(private readonly db: TenantDb, private readonly pages: SendingPages, private readonly sender: Sender) {}

  @Get('new')
  @May(RequestActs.send)
  choose(@Query() query: Asked, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.choose(tx, query));
  }

  @Get('new/details')
  @May(RequestActs.send)
  details(@Query() query: Asked, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.details(tx, query));
  }

  @Post('new/details')
  @May(RequestActs.send)
  again(@Body() form: SendForm, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.again(tx, form));
  }

  @Post('new/check')
  @May(RequestActs.send)
  check(@Body() form: SendForm, @CurrentActor() actor: Actor): Promise<Page> {
    return orRedraw(() => this.db.run(actor, (tx) => this.pages.check(tx, form)), (problems) => this.db.run(actor, (tx) => this.pages.again(tx, form, problems)));
  }

  /** Pressed twice, it sends once: the form carries the id of the sending. */
  @Post('new/send')
  @May(RequestActs.send)
  send(@Body() form: SendForm, @CurrentActor() actor: Actor): Promise<Page | SeeOther> {
    return orRedraw(async () => new SeeOther(await this.sender.toAll(actor, form)), (problems) => this.db.run(actor, (tx) => this.pages.again(tx, form, problems)));
  }

  /** Somebody reloads, or changes the language, on a page that answered a form. */
  @Get('new/:step')
  @May(RequestActs.send)
  start(): SeeOther {
    return new SeeOther('/requests/new');
  }

  @Get('sendings/:sendingId')
  @May(RequestActs.send)
  outcome(@Param('sendingId', IdPipe) sendingId: string, @Query() query: Asked, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.outcome(tx, sendingId, query));
  }
}
