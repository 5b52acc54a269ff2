import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { AgreeResponse, ReturnWithFindings, ReviewActs } from '@libs/review';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { SeeOther } from '../web/page.js';
import type { Page } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { DecisionPages } from './decision-pages.js';
import { AgreeForm, ReturnForm } from './forms.js';

/** The two ends of a review. Agreeing asks for the second factor before anything is typed, so that nothing typed is lost to it. */
@Controller('reviews')
export class DecisionsController {
  constructor(private readonly db: TenantDb, private readonly pages: DecisionPages, private readonly returning: ReturnWithFindings, private readonly agreeing: AgreeResponse) {}

  @Get(':statementId/return')
  @May(ReviewActs.return)
  toReturn(@Param('statementId', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.toReturn(tx, id));
  }

  @Post(':statementId/return')
  @May(ReviewActs.return)
  returned(@Param('statementId', IdPipe) id: string, @Body() form: ReturnForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      const findings = await this.db.run(actor, (tx) => this.pages.findings(tx, id));
      await this.returning.execute(actor, { statementId: id, findings, message: form.message });
      leaveNotice(request, 'portal_reviews.notice.returned');
      return new SeeOther(`/reviews/${id}`);
    }, (problems) => this.db.run(actor, (tx) => this.pages.toReturn(tx, id, form, problems)));
  }

  /** The same for somebody who reloads, or changes the language, on a page that answered a form. */
  @Get(':statementId/agree/:step')
  @May(ReviewActs.agree)
  toAgreeAgain(@Param('statementId', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.toAgree(id, actor);
  }

  @Get(':statementId/agreement')
  @May(ReviewActs.agree)
  afterAgreement(@Param('statementId', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.toAgree(id, actor);
  }

  @Get(':statementId/agree')
  @May(ReviewActs.agree)
  toAgree(@Param('statementId', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.toAgree(tx, id));
  }

  @Post(':statementId/agree')
  @May(ReviewActs.agree)
  again(@Param('statementId', IdPipe) id: string, @Body() form: AgreeForm, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.toAgree(tx, id, form));
  }

  @Post(':statementId/agree/check')
  @May(ReviewActs.agree)
  check(@Param('statementId', IdPipe) id: string, @Body() form: AgreeForm, @CurrentActor() actor: Actor): Promise<Page> {
    return orRedraw(() => this.db.run(actor, (tx) => this.pages.checkAgreement(tx, id, form)), (problems) => this.db.run(actor, (tx) => this.pages.toAgree(tx, id, form, problems)));
  }

  @Post(':statementId/agreement')
  @May(ReviewActs.agree)
  agreed(@Param('statementId', IdPipe) id: string, @Body() form: AgreeForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    const { deviations, digest = '', priceTalk: state = '', priceTalkNote: note } = form;
    return orRedraw(async () => {
      await this.agreeing.execute(actor, { statementId: id, digest, deviations, priceTalk: { state, note } });
      leaveNotice(request, 'portal_reviews.notice.agreed');
      return new SeeOther(`/reviews/${id}`);
    }, (problems) => this.db.run(actor, (tx) => this.pages.toAgree(tx, id, form, problems)));
  }
}
