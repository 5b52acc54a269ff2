import { Injectable } from '@nestjs/common';
import { BusinessDay, Threads } from '@libs/insight';
import { Reviews } from '@libs/review';
import type { Finding } from '@libs/review';
import { may } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { ResponseActs, newestOf } from '@pure/response';
import { csrfToken } from '../web/csrf.js';
import type { PortalRequest } from '../web/http.js';
import { Page } from '../web/page.js';
import { Visitors } from '../web/visitors.js';
import type { Around, Redrawn } from './question.view.js';
import { QuestionnaireDesk } from './questionnaire-desk.js';
import type { Opened } from './questionnaire-desk.js';
import { sectionView } from './section.view.js';

@Injectable()
export class SectionPages {
  constructor(
    private readonly desk: QuestionnaireDesk, private readonly reviews: Reviews, private readonly threads: Threads, private readonly day: BusinessDay,
    private readonly visitors: Visitors,
  ) {}

  /** @throws NotFound */
  async show(tx: TenantTx, request: PortalRequest, at: { readonly requestId: string; readonly section: string; readonly onlyMine?: boolean }, redrawn?: ReadonlyMap<string, Redrawn>): Promise<Page> {
    const found = await this.desk.section(tx, at.requestId, at.section);
    const { opened } = found;
    const around = aroundOf(opened, tx.actor, csrfToken(request), lastFindings(opened, await this.reviews.findings(tx, opened.response.id)));
    const visitor = await this.visitors.of(request);
    const reader = {
      person: `${tx.actor.identityId}`, zone: visitor?.identity.timeZone ?? 'Asia/Tokyo', mayAssign: may(tx.actor, ResponseActs.assign), onlyMine: at.onlyMine ?? false,
    };
    const thread = await this.threads.of(tx, { requestId: opened.request.id }, 'answer', await this.day.today(tx));
    const view = sectionView(found, around, reader, redrawn);
    return new Page('questionnaires/section', view, { title: `${opened.request.number} ${found.section.group[tx.actor.language]}`, thread, scripts: ['answers', 'uploads'], ...(redrawn ? { status: 409 } : {}) });
  }
}

export function aroundOf({ request, assignments, editable }: Opened, actor: Actor, csrf: string, findings: Around['findings']): Around {
  return { requestId: request.id, csrf, editable: editable && may(actor, ResponseActs.answer), memberId: actor.memberId, assignments, findings };
}

/** Findings of the newest statement, if it was returned: what the next submission is to answer. */
export function lastFindings({ response }: Pick<Opened, 'response'>, findings: readonly Finding[]): readonly Finding[] {
  const newest = response && newestOf(response.statements.filter(({ withdrawnAt }) => withdrawnAt === null));
  return newest?.returnedAt ? findings.filter(({ statementId }) => statementId === newest.id) : [];
}
