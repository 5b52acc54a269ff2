import { Injectable } from '@nestjs/common';
import { BusinessDay, RequestsOverview, Threads, standing } from '@libs/insight';
import { Requests } from '@libs/request';
import { Statements } from '@libs/response';
import { Agreements } from '@libs/review';
import { notFound } from '@platform-pure/errors';
import type { TenantTx } from '@platform/tenancy';
import { Page } from '../web/page.js';
import { requestView } from './request.view.js';

@Injectable()
export class RequestPages {
  constructor(
    private readonly requests: Requests, private readonly overview: RequestsOverview, private readonly statements: Statements,
    private readonly agreements: Agreements, private readonly threads: Threads, private readonly day: BusinessDay,
  ) {}

  /** @throws NotFound */
  async show(tx: TenantTx, id: string): Promise<Page> {
    const request = await this.requests.byId(tx, id);
    const line = await this.overview.byId(tx, id);
    if (!line) throw notFound('request');
    const today = await this.day.today(tx);
    const view = requestView({
      request, standing: standing(line, today), buyerName: line.buyer, title: line.title,
      statements: await this.statements.ofRequest(tx, id), agreement: await this.agreements.byRequest(tx, id),
    });
    const thread = await this.threads.of(tx, { requestId: id }, 'request', today);
    return new Page('requests/show', view, { title: request.number, thread });
  }
}
