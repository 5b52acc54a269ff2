import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { DraftSpecification, SpecificationActs } from '@libs/specification';
import { CurrentActor, May } from '@platform/http';
import { TenantDb, isId } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import type { Problem } from '../web/problems.js';
import { draftPath } from './draft-head.view.js';
import { NewSpecificationForm } from './forms.js';
import { newSpecificationView } from './new-specification.view.js';
import type { NewTyped } from './new-specification.view.js';
import { StartingPoints } from './starting-points.js';

@Controller('specifications')
export class NewSpecificationController {
  constructor(private readonly db: TenantDb, private readonly starts: StartingPoints, private readonly draft: DraftSpecification) {}

  @Get('new')
  @May(SpecificationActs.draft)
  form(@Query() { catalog, item, copy }: Record<string, unknown>, @CurrentActor() actor: Actor): Promise<Page> {
    const editionId = typeof catalog === 'string' && isId(catalog) ? catalog : null;
    const code = typeof item === 'string' ? item : null;
    if (typeof copy === 'string') return this.page(actor, { start: 'copy', copyOf: copy }, [], null, null);
    return this.page(actor, editionId && !code ? { catalog: [editionId] } : {}, [], editionId, code);
  }

  @Post()
  @May(SpecificationActs.draft)
  create(@Body() form: NewSpecificationForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    const [editionId, code] = [isId(form.itemEdition ?? '') ? form.itemEdition! : null, form.itemCode ?? null];
    return orRedraw(async () => {
      const input = await this.db.run(actor, (tx) => this.starts.input(tx, form));
      const { id } = await this.draft.execute(actor, input);
      leaveNotice(request, 'portal_specifications.notice_begun');
      return new SeeOther(draftPath(id));
    }, (problems) => this.page(actor, form, problems, editionId, code));
  }

  private page(actor: Actor, typed: NewTyped, problems: readonly Problem[], editionId: string | null, code: string | null): Promise<Page> {
    return this.db.run(actor, async (tx) => {
      const view = newSpecificationView(await this.starts.offered(tx, editionId, code), typed, problems);
      return new Page('specifications/new', view, { title: 'portal_specifications.new' });
    });
  }
}
