import { Injectable } from '@nestjs/common';
import { BusinessDay, RequestsOverview, Threads, standing } from '@libs/insight';
import { Requests } from '@libs/request';
import { Statements } from '@libs/response';
import { Agreements } from '@libs/review';
import { notFound } from '@platform-pure/errors';
import type { TenantTx } from '@platform/tenancy';
import type { FormView } from '../web/form.view.js';
import { Page } from '../web/page.js';
import { actForm } from './acts.view.js';
import type { Refused } from './acts.view.js';
import { RequestDesk } from './request-desk.js';
import { linksOf, requestView } from './request.view.js';

type FormProblems = FormView['problems'];

/** What came of a request so far. */
@Injectable()
export class RequestOutcome {
  constructor(readonly statements: Statements, readonly agreements: Agreements) {}
}

@Injectable()
export class RequestPages {
  constructor(
    private readonly requests: Requests, private readonly overview: RequestsOverview, private readonly outcome: RequestOutcome,
    private readonly threads: Threads, private readonly day: BusinessDay, private readonly desk: RequestDesk,
  ) {}

  /** `refused`: the form of this page that is shown again. @throws NotFound */
  async show(tx: TenantTx, id: string, refused: Refused | null = null): Promise<Page> {
    const request = await this.requests.byId(tx, id);
    const line = await this.overview.byId(tx, id);
    if (!line) throw notFound('request');
    const today = await this.day.today(tx);
    const agreement = await this.outcome.agreements.byRequest(tx, id);
    const stands = standing(line, today);
    const view = requestView({ request, standing: stands, line, statements: await this.outcome.statements.ofRequest(tx, id), agreement });
    const links = linksOf({ actor: tx.actor, request, line, state: stands.state, agreement });
    const acts = await this.desk.acts(tx, request, stands, today, refused);
    const thread = await this.threads.of(tx, { requestId: id }, 'request', today);
    return new Page('requests/show', { ...view, ...acts, id, links, problems: refused ? summaryOf(refused) : [] }, { title: request.number, thread });
  }
}

/** A refused form stands in the middle of the page: the summary on top leads to it. */
function summaryOf(refused: Refused): FormProblems {
  return actForm(refused.form, refused, Object.keys(refused.typed).filter((name) => name.startsWith('fact_'))).form.problems;
}
