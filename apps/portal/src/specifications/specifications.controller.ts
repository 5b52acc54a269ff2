import { Controller, Get, Param } from '@nestjs/common';
import { BusinessDay, Threads } from '@libs/insight';
import { SpecificationActs, Specifications } from '@libs/specification';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { Page } from '../web/page.js';
import { specificationView } from './specification.view.js';

@Controller('specifications')
export class SpecificationsController {
  constructor(
    private readonly db: TenantDb, private readonly specifications: Specifications, private readonly threads: Threads, private readonly day: BusinessDay,
  ) {}

  @Get(':editionId')
  @May(SpecificationActs.read)
  show(@Param('editionId', IdPipe) editionId: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, async (tx) => {
      const edition = await this.specifications.edition(tx, editionId);
      const thread = await this.threads.of(tx, { editionId }, 'specification', await this.day.today(tx));
      return new Page('specifications/show', specificationView(edition), { title: edition.document.number, thread });
    });
  }
}
