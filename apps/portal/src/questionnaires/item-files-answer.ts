import { Injectable } from '@nestjs/common';
import { TenantDb, may } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { ResponseActs } from '@pure/response';
import { csrfToken } from '../web/csrf.js';
import type { PortalRequest } from '../web/http.js';
import { Fragment, Page, SeeOther } from '../web/page.js';
import type { TextRef } from '../web/text.rules.js';
import { ItemFiles } from './item-files.js';
import type { Item, ItemAt } from './item-files.js';
import { filesView, typedFrom } from './question.view.js';
import { problemOf } from './section-saver.js';
import { SectionPages } from './section-pages.js';

/** After a file came or went: a script gets the list anew, a browser without scripts its page, at the question. */
@Injectable()
export class ItemFilesAnswer {
  constructor(private readonly db: TenantDb, private readonly files: ItemFiles, private readonly pages: SectionPages) {}

  async after(actor: Actor, at: ItemAt, request: PortalRequest, work: () => Promise<void>): Promise<Page | SeeOther | Fragment> {
    let problem: TextRef | null = null;
    try {
      await work();
    } catch (error) {
      problem = problemOf(error);
    }
    const item = await this.files.read(actor, at);
    if (request.headers['x-requested-with'] === 'fetch') return part(item, actor, csrfToken(request), problem);
    return problem ? this.redraw(actor, item, request, problem) : new SeeOther(item.place);
  }

  private async redraw(actor: Actor, { opened, question, section }: Item, request: PortalRequest, problem: TextRef): Promise<Page> {
    const redrawn = new Map([[question.requirement.key, { typed: typedFrom(question.draft), problem, theirs: null }]]);
    return this.db.run(actor, (tx) => this.pages.show(tx, request, { requestId: opened.request.id, section }, redrawn));
  }
}

function part({ opened, question: { requirement, draft } }: Item, actor: Actor, csrf: string, problem: TextRef | null): Fragment {
  const editable = opened.editable && may(actor, ResponseActs.answer);
  return new Fragment('questionnaires/files', filesView({ requestId: opened.request.id, csrf, editable }, requirement, draft.evidence, problem), problem ? 422 : 200);
}
