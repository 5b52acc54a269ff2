import { Controller, Get, Param } from '@nestjs/common';
import { RequestActs } from '@libs/request';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { Page } from '../web/page.js';
import { RequestPages } from './request-pages.js';

@Controller('requests')
export class RequestsController {
  constructor(private readonly db: TenantDb, private readonly pages: RequestPages) {}

  @Get(':id')
  @May(RequestActs.read)
  show(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.show(tx, id));
  }
}
