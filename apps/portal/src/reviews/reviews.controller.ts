import { Body, Controller, Get, Headers, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ReviewActs, ReviewAnswer } from '@libs/review';
import type { NoteInput } from '@libs/review';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { PortalReply, PortalRequest } from '../web/http.js';
import { Fragment, SeeOther } from '../web/page.js';
import type { Page } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { framesOfOurs } from './file-headers.js';
import { NoteForm } from './forms.js';
import { NoteAnswers } from './note-answers.js';
import { ReviewPages } from './review-pages.js';

/** Examining a statement item by item. */
@Controller('reviews')
export class ReviewsController {
  constructor(private readonly db: TenantDb, private readonly pages: ReviewPages, private readonly note: ReviewAnswer, private readonly answers: NoteAnswers) {}

  /** What waits to be examined stands in the list of requests. */
  @Get()
  @May(ReviewActs.read)
  list(): SeeOther {
    return new SeeOther('/requests?state=under_review');
  }

  @Get(':statementId')
  @May(ReviewActs.note)
  show(@Param('statementId', IdPipe) id: string, @Query('show') show: unknown, @CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: PortalReply): Promise<Page> {
    framesOfOurs(reply);
    return this.db.run(actor, (tx) => this.pages.show(tx, id, show));
  }

  /** A script asks for the item alone; without one the page comes again, at the same item. */
  @Post(':statementId/notes')
  @May(ReviewActs.note)
  async noted(
    @Param('statementId', IdPipe) id: string, @Body() form: NoteForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest,
    @Res({ passthrough: true }) reply: PortalReply, @Headers('x-part') part?: string,
  ): Promise<Page | SeeOther | Fragment> {
    framesOfOurs(reply);
    const input = noteOf(id, form);
    return part === 'item'
      ? this.answers.item(actor, id, form, () => this.note.execute(actor, input))
      : this.answers.page(actor, id, form, async () => { await this.note.execute(actor, input); leaveNotice(request, 'portal_reviews.notice.noted'); });
  }

  @Get(':statementId/notes')
  @May(ReviewActs.note)
  back(@Param('statementId', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<SeeOther> {
    return this.answers.back(actor, id);
  }
}

const noteOf = (statementId: string, form: NoteForm): NoteInput => ({
  statementId, requirementKey: form.requirementKey ?? '', opinion: form.opinion as NoteInput['opinion'], note: form.note,
  finding: { text: form.findingText ?? '', target: form.findingTarget, dueOn: form.findingDueOn },
});
