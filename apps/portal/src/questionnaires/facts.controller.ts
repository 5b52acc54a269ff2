import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { CorrectFacts, RequestActs } from '@libs/request';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import type { Problem } from '../web/problems.js';
import { factsOf, factsView } from './facts.view.js';
import { FactsForm } from './forms.js';
import { QuestionnaireDesk } from './questionnaire-desk.js';

/** A fact of the request is otherwise: what is asked follows from it at once. */
@Controller('questionnaires/:requestId/facts')
export class FactsController {
  constructor(private readonly db: TenantDb, private readonly desk: QuestionnaireDesk, private readonly correct: CorrectFacts) {}

  @Get()
  @May(RequestActs.correct_facts)
  form(@Param('requestId', IdPipe) requestId: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.page(actor, requestId, {});
  }

  @Post()
  @May(RequestActs.correct_facts)
  save(@Param('requestId', IdPipe) requestId: string, @Body() form: FactsForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await this.db.run(actor, (tx) => this.desk.open(tx, requestId));
      await this.correct.execute(actor, requestId, { facts: factsOf(form), reason: form.factsReason ?? '' });
      leaveNotice(request, 'portal_questionnaires.notice.facts');
      return new SeeOther(`/questionnaires/${requestId}`);
    }, (problems) => this.page(actor, requestId, form, problems));
  }

  private page(actor: Actor, requestId: string, typed: object, problems: readonly Problem[] = []): Promise<Page> {
    return this.db.run(actor, async (tx) => new Page('questionnaires/facts', factsView(await this.desk.open(tx, requestId), typed, problems), { title: 'portal_questionnaires.facts.title' }));
  }
}
