import { Controller, Get, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { SpecificationsOverview } from '@libs/insight';
import type { SpecificationsAsked } from '@libs/insight';
import { AskForPrint, SpecificationActs, SpecificationFiles } from '@libs/specification';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb, may } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { asDownload } from '../web/download.js';
import type { PortalReply, PortalRequest } from '../web/http.js';
import { listQuery, windowOf } from '../web/list-query.rules.js';
import { listView } from '../web/list.view.js';
import { Page, SeeOther, TableFile } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { EditionPages } from './edition-pages.js';
import { LIST_ASKS, LIST_FILTERS, LIST_SORTS, specificationTable } from './specification-list.view.js';

/** Seconds after which a page that waits for a file looks again. */
const LOOK_AGAIN = '8';

@Controller('specifications')
export class SpecificationsController {
  constructor(
    private readonly db: TenantDb, private readonly overview: SpecificationsOverview, private readonly pages: EditionPages,
    private readonly files: SpecificationFiles, private readonly askForPrint: AskForPrint,
  ) {}

  @Get()
  @May(SpecificationActs.read)
  async list(@Query() asked: Record<string, unknown>, @CurrentActor() actor: Actor): Promise<Page | TableFile> {
    const query = listQuery(asked, LIST_ASKS);
    const { search, sort, descending, filters: { state = null, criticality = null } } = query;
    const question = { search, sort, descending, state, criticality, ...windowOf(query) } as SpecificationsAsked;
    const { total, rows } = await this.db.run(actor, (tx) => this.overview.list(tx, question));
    const found = specificationTable(rows, search !== '' || state !== null || criticality !== null);
    if (query.format) return new TableFile('要求仕様書一覧', query.format, found);
    const list = listView({ path: '/specifications', query, table: found, total, searchHint: 'portal_specifications.search', filters: LIST_FILTERS, sorts: LIST_SORTS });
    return new Page('specifications/list', { list, mayDraft: may(actor, SpecificationActs.draft) }, { title: 'portal_specifications.list' });
  }

  @Get(':editionId')
  @May(SpecificationActs.read)
  show(@Param('editionId', IdPipe) editionId: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.pages.show(actor, editionId);
  }

  /** The file as the worker made it; while there is none, a page that says so and looks again. */
  @Get(':editionId/pdf')
  @May(SpecificationActs.print)
  async pdf(@Param('editionId', IdPipe) editionId: string, @CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: PortalReply): Promise<Page | StreamableFile> {
    const file = await this.db.run(actor, async (tx) => await this.files.of(tx, editionId) ? this.files.open(tx, editionId) : null);
    if (file) return new StreamableFile(file.content, { type: 'application/pdf', length: file.byteSize, disposition: asDownload(file.fileName) });
    const page = await this.pages.preparing(actor, editionId);
    reply.setHeader('refresh', LOOK_AGAIN);
    return page;
  }

  @Post(':editionId/pdf')
  @May(SpecificationActs.ask_print)
  async print(@Param('editionId', IdPipe) editionId: string, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<SeeOther> {
    await this.askForPrint.execute(actor, editionId);
    leaveNotice(request, 'portal_specifications.notice_print');
    return new SeeOther(`/specifications/${editionId}/pdf`);
  }
}
