import { Controller, Get, Param, Query } from '@nestjs/common';
import { InspectionActs } from '@libs/inspection';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { Page, TableFile } from '../web/page.js';
import { InspectionPages } from './inspection-pages.js';
import { WorkPages } from './work-pages.js';
import { WorksheetPages } from './worksheet-pages.js';

@Controller('inspections')
export class InspectionsController {
  constructor(private readonly db: TenantDb, private readonly pages: InspectionPages, private readonly workPages: WorkPages, private readonly worksheets: WorksheetPages) {}

  @Get()
  @May(InspectionActs.read)
  list(@Query() query: Record<string, unknown>, @CurrentActor() actor: Actor): Promise<Page | TableFile> {
    return this.db.run(actor, (tx) => this.pages.list(tx, query));
  }

  @Get(':id')
  @May(InspectionActs.read)
  show(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.show(tx, id));
  }

  @Get(':id/work')
  @May(InspectionActs.read)
  work(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.workPages.work(tx, id));
  }

  @Get(':id/worksheet')
  @May(InspectionActs.read)
  worksheet(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.worksheets.worksheet(tx, id));
  }
}
