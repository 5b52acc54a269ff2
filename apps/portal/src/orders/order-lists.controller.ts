import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { OrderActs } from '@libs/order';
import { CurrentActor, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { Page, TableFile } from '../web/page.js';
import { PlacingForm } from './forms.js';
import { OrderLists } from './order-lists.js';
import { OrderPlacing } from './order-placing.js';

/** 調達台帳, and what is done with several of its lines. */
@Controller('orders')
export class OrderListsController {
  constructor(private readonly db: TenantDb, private readonly lists: OrderLists, private readonly placing: OrderPlacing) {}

  @Get()
  @May(OrderActs.read)
  list(@Query() query: Record<string, unknown>, @CurrentActor() actor: Actor): Promise<Page | TableFile> {
    return this.db.run(actor, (tx) => this.lists.list(tx, query));
  }

  @Get('placing')
  @May(OrderActs.place)
  check(@Query('line') chosen: unknown, @Query('all') all: unknown, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.placing.check(tx, chosen, all === 'yes'));
  }

  @Post('placing')
  @May(OrderActs.place)
  place(@Body() form: PlacingForm, @CurrentActor() actor: Actor): Promise<Page> {
    return this.placing.execute(actor, form);
  }
}
