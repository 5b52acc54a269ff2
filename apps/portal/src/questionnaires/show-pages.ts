import { Injectable } from '@nestjs/common';
import { BusinessDay, RequestStory, RequestsOverview, Threads, standing } from '@libs/insight';
import { Reviews } from '@libs/review';
import { notFound } from '@platform-pure/errors';
import { may } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { RequestActs } from '@pure/request';
import { ResponseActs } from '@pure/response';
import { ReviewActs } from '@pure/review';
import { Page } from '../web/page.js';
import type { Problem } from '../web/problems.js';
import { QuestionnaireDesk } from './questionnaire-desk.js';
import { lastFindings } from './section-pages.js';
import { showView } from './show.view.js';
import type { May } from './show.view.js';

@Injectable()
export class ShowPages {
  constructor(
    private readonly desk: QuestionnaireDesk, private readonly overview: RequestsOverview, private readonly reviews: Reviews, private readonly story: RequestStory,
    private readonly threads: Threads, private readonly day: BusinessDay,
  ) {}

  /** @throws NotFound */
  async show(tx: TenantTx, requestId: string, problems?: readonly Problem[], typed?: { readonly findingId?: string; readonly text?: string }): Promise<Page> {
    const opened = await this.desk.open(tx, requestId);
    const line = await this.overview.byId(tx, requestId);
    if (!line) throw notFound('request');
    const today = await this.day.today(tx);
    const findings = opened.response ? lastFindings(opened, await this.reviews.findings(tx, opened.response.id)) : [];
    const view = showView({
      opened, standing: standing(line, today), today, findings, story: await this.story.of(tx, requestId), statementId: line.statementId, may: mayOf(tx.actor),
      person: `${tx.actor.identityId}`, memberId: tx.actor.memberId,
    }, problems, typed);
    const thread = await this.threads.of(tx, { requestId }, 'request', today);
    return new Page('questionnaires/show', view, { title: opened.request.number, thread, scripts: ['answers'] });
  }
}

function mayOf(actor: Actor): May {
  return {
    start: may(actor, ResponseActs.start), answer: may(actor, ResponseActs.answer), assign: may(actor, ResponseActs.assign), reply: may(actor, ReviewActs.reply),
    facts: may(actor, RequestActs.correct_facts), submit: may(actor, ResponseActs.submit), workbook: may(actor, ResponseActs.answer),
  };
}
