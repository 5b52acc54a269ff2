import { Controller, Get, Param } from '@nestjs/common';
import { BusinessDay, Threads } from '@libs/insight';
import { InspectionActs, Inspections } from '@libs/inspection';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { Page } from '../web/page.js';
import { inspectionView } from './inspection.view.js';

@Controller('inspections')
export class InspectionsController {
  constructor(private readonly db: TenantDb, private readonly inspections: Inspections, private readonly threads: Threads, private readonly day: BusinessDay) {}

  @Get(':id')
  @May(InspectionActs.read)
  show(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, async (tx) => {
      const inspection = await this.inspections.byId(tx, id);
      const { specification, request, response } = inspection.basis;
      const anchor = { inspectionId: id, editionId: specification?.editionId, requestId: request?.id, statementId: response?.statementId };
      const thread = await this.threads.of(tx, anchor, 'inspection', await this.day.today(tx));
      const view = inspectionView(inspection, await this.inspections.nonconformities(tx, id));
      return new Page('inspections/show', view, { title: inspection.lot.noteNumber, thread });
    });
  }
}
