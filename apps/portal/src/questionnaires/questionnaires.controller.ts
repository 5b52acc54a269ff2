import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { AnsweringOverview } from '@libs/insight';
import { ReplyToFinding } from '@libs/review';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { notFound } from '@platform-pure/errors';
import { TenantDb, isId } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { ResponseActs } from '@pure/response';
import { ReviewActs } from '@pure/review';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther, TableFile } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { ReplyForm } from './forms.js';
import { ListPages } from './list-pages.js';
import { ShowPages } from './show-pages.js';
import { Starting } from './starting.js';

@Controller('questionnaires')
export class QuestionnairesController {
  constructor(
    private readonly db: TenantDb, private readonly lists: ListPages, private readonly pages: ShowPages, private readonly overview: AnsweringOverview,
    private readonly starting: Starting, private readonly reply: ReplyToFinding,
  ) {}

  @Get()
  @May(ResponseActs.read)
  list(@Query() asked: Record<string, unknown>, @CurrentActor() actor: Actor): Promise<Page | TableFile> {
    return this.db.run(actor, (tx) => this.lists.show(tx, asked));
  }

  /** Where somebody goes who has just accepted an invitation. The buyer's side opens the request a moment later: until then this page waits. */
  @Get('newest')
  @May(ResponseActs.read)
  async newest(@CurrentActor() actor: Actor): Promise<Page | SeeOther> {
    const id = await this.db.run(actor, (tx) => this.overview.newestOpen(tx));
    return id ? new SeeOther(`/questionnaires/${id}`) : new Page('questionnaires/newest', {}, { title: 'portal_questionnaires.newest.title', scripts: ['arrival'] });
  }

  @Get(':requestId')
  @May(ResponseActs.read)
  show(@Param('requestId', IdPipe) requestId: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.show(tx, requestId));
  }

  /** One click: received, begun, and to the first question. */
  @Post(':requestId/start')
  @May(ResponseActs.start)
  async start(@Param('requestId', IdPipe) requestId: string, @CurrentActor() actor: Actor): Promise<SeeOther> {
    return new SeeOther(await this.starting.start(actor, requestId));
  }

  @Post(':requestId/replies')
  @May(ReviewActs.reply)
  replyTo(@Param('requestId', IdPipe) requestId: string, @Body() form: ReplyForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await this.starting.concerns(actor, requestId, form.findingId);
      if (!isId(form.findingId)) throw notFound('finding');
      await this.reply.execute(actor, { findingId: form.findingId, text: form.text ?? '' });
      leaveNotice(request, 'portal_questionnaires.notice.replied');
      return new SeeOther(`/questionnaires/${requestId}#findings`);
    }, (problems) => this.db.run(actor, (tx) => this.pages.show(tx, requestId, problems, form)));
  }
}
