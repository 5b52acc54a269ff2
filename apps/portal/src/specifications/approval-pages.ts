import { Injectable } from '@nestjs/common';
import { Members } from '@libs/organization';
import { Specifications, isAmong } from '@libs/specification';
import { TenantDb } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { Page, SeeOther } from '../web/page.js';
import type { Problem } from '../web/problems.js';
import { approvalView } from './approval.view.js';
import { draftPath } from './draft-head.view.js';
import type { OpenDraft } from './draft-head.view.js';
import { DraftPages } from './draft-pages.js';
import { submissionView } from './submission.view.js';
import type { Approver } from './submission.view.js';

/** The two pages of the hand-over: before it is submitted, and what the approver reads. */
@Injectable()
export class ApprovalPages {
  constructor(private readonly db: TenantDb, private readonly pages: DraftPages, private readonly specifications: Specifications, private readonly members: Members) {}

  submission(actor: Actor, id: string): Promise<Page | SeeOther> {
    return this.pages.edit(actor, id, 'submit', (open, tx) => this.submissionOf(open, tx));
  }

  submissionAgain(actor: Actor, id: string, problems: readonly Problem[]): Promise<Page> {
    return this.pages.show(actor, id, 'submit', (open, tx) => this.submissionOf(open, tx, problems));
  }

  /** Only what waits can be decided; everything else leads to where it stands. */
  async approval(actor: Actor, id: string): Promise<Page | SeeOther> {
    const { state } = await this.db.run(actor, (tx) => this.specifications.byId(tx, id));
    return state === 'in_review' ? this.approvalAgain(actor, id, {}, []) : new SeeOther(draftPath(id));
  }

  approvalAgain(actor: Actor, id: string, typed: object, problems: readonly Problem[]): Promise<Page> {
    return this.pages.show(actor, id, 'approval', async (open, tx) => {
      const [latest] = open.specification.editions;
      const before = latest ? (await this.specifications.edition(tx, latest.id)).document : null;
      return { template: 'approval', view: approvalView(open, before, actor, typed, problems) };
    });
  }

  private async submissionOf(open: OpenDraft, tx: TenantTx, problems: readonly Problem[] = []): Promise<{ readonly template: string; readonly view: object }> {
    const approvers = (await this.members.withRole(tx, 'spec_approver')).map(({ displayName: name, department, personKey, identityId }): Approver => {
      const marks = [`identity:${identityId}`, ...(personKey === null ? [] : [`person:${personKey}`])];
      return { name, department, wrote: isAmong({ marks } as never, open.specification.writerMarks), keyless: personKey === null };
    });
    return { template: 'submission', view: submissionView(open, approvers, tx.actor, problems) };
  }
}
