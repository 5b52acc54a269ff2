import { Controller, Get, Param } from '@nestjs/common';
import { ResponseActs } from '@libs/response';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { Page } from '../web/page.js';
import { ResponsePages } from './response-pages.js';

@Controller('responses')
export class ResponsesController {
  constructor(private readonly db: TenantDb, private readonly pages: ResponsePages) {}

  @Get(':statementId')
  @May(ResponseActs.read)
  show(@Param('statementId', IdPipe) statementId: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.show(tx, statementId));
  }
}
