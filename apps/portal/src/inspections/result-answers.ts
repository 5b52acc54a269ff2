import { Injectable } from '@nestjs/common';
import { isDue } from '@pure/inspection';
import { DomainError, notFound } from '@platform-pure/errors';
import { TenantDb, isId } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import type { Fragment } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { problemsOf } from '../web/problems.js';
import type { Typed } from './work.view.js';
import { WorkPages } from './work-pages.js';

export interface Asked {
  readonly actor: Actor; readonly id: string; readonly itemKey: string; readonly typed: Typed & { readonly evidence?: readonly string[]; readonly evidenceId?: string };
  /** Asked by the page's script, which wants the changed parts only. */
  readonly part: boolean;
  readonly request: PortalRequest;
}

/** The answer to a form of the inspector's page: for the script the parts that changed, otherwise the page, at the item. */
@Injectable()
export class ResultAnswers {
  constructor(private readonly db: TenantDb, private readonly pages: WorkPages) {}

  /** Looks first whether the inspection is one's own: nothing is stored for somebody else's. */
  async after({ actor, id, itemKey, typed, part, request }: Asked, work: () => Promise<void>): Promise<Page | SeeOther | Fragment> {
    if ([...(typed.evidence ?? []), ...(typed.evidenceId ? [typed.evidenceId] : [])].some((given) => !isId(given))) throw notFound('evidence');
    const { items } = await this.db.run(actor, (tx) => this.pages.own(tx, id));
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DomainError) || (error.kind !== 'invalid' && error.kind !== 'conflict')) throw error;
      const refused = { typed: { ...typed, itemKey }, problems: problemsOf(error) };
      if (part) return this.db.run(actor, (tx) => this.pages.part(tx, id, itemKey, refused));
      const { template, view, options } = await this.db.run(actor, (tx) => this.pages.work(tx, id, refused));
      return new Page(template, view, { ...options, status: error.kind === 'conflict' ? 409 : 422 });
    }
    if (part) return this.db.run(actor, (tx) => this.pages.part(tx, id, itemKey));
    leaveNotice(request, 'portal_inspections.notice.saved');
    const index = items.filter(isDue).findIndex(({ key }) => key === itemKey);
    return new SeeOther(`/inspections/${id}/work${index < 0 ? '#worksheets' : `#item-${index + 1}`}`);
  }
}
