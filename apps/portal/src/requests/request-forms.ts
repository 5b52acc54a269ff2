import { Injectable } from '@nestjs/common';
import { Requests } from '@libs/request';
import { invalid } from '@platform-pure/errors';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { Facts } from '@pure/catalog';
import type { PortalRequest } from '../web/http.js';
import { SeeOther } from '../web/page.js';
import type { Page } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import type { FormName } from './acts.view.js';
import { RequestPages } from './request-pages.js';

export interface FormOfRequest {
  readonly id: string;
  readonly form: FormName;
  readonly typed: object;
  /** Last part of the notice's key. */
  readonly notice: string;
  readonly work: () => Promise<void>;
}

/** The forms on a request's page: done and back to it, or the page again with what is wrong. */
@Injectable()
export class RequestForms {
  constructor(private readonly db: TenantDb, private readonly pages: RequestPages, private readonly requests: Requests) {}

  async done(actor: Actor, request: PortalRequest, { id, form, typed, notice, work }: FormOfRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await work();
      leaveNotice(request, `portal_requests.notice.${notice}`);
      return new SeeOther(`/requests/${id}`);
    }, (problems) => this.db.run(actor, (tx) => this.pages.show(tx, id, { form, typed, problems })));
  }

  /** What cannot be undone is done only by who ticked that it is meant. */
  async sure(ticked: string | undefined, work: () => Promise<void>): Promise<void> {
    if (ticked !== 'yes') throw invalid('request.request_invalid', { count: 1 }, [{ field: 'withdrawSure', code: 'portal_requests.not_sure' }]);
    await work();
  }

  /** The facts that are said otherwise than they stand: the form shows all of them. @throws NotFound */
  async changed(actor: Actor, id: string, said: Facts): Promise<Facts> {
    const { facts } = await this.db.run(actor, (tx) => this.requests.byId(tx, id));
    return Object.fromEntries(Object.entries(said).filter(([name, value]) => facts[name as keyof Facts] !== value));
  }

  /** @throws NotFound */
  async back(actor: Actor, id: string): Promise<SeeOther> {
    await this.db.run(actor, (tx) => this.requests.byId(tx, id));
    return new SeeOther(`/requests/${id}`);
  }
}
