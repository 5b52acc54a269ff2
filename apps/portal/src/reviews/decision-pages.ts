import { Injectable } from '@nestjs/common';
import { Chasing } from '@libs/request';
import { Reviews } from '@libs/review';
import { Specifications } from '@libs/specification';
import type { TenantTx } from '@platform/tenancy';
import { deviationsOf } from '@pure/response';
import { cleanPriceTalk, confirmDeviations, findingsInPreparation } from '@pure/review';
import { formView } from '../web/form.view.js';
import { Page } from '../web/page.js';
import type { Problem } from '../web/problems.js';
import { agreeCheckView, agreeView } from './agree.view.js';
import type { AgreeTyped } from './agree.view.js';
import type { ReturnForm } from './forms.js';
import { ReviewReads } from './review-reads.js';

/** The two ends of a review: give it back with what is asked, or agree to it. */
@Injectable()
export class DecisionPages {
  constructor(private readonly reads: ReviewReads, private readonly reviews: Reviews, private readonly specifications: Specifications, private readonly chasing: Chasing) {}

  /** What the supplier will be told, before it is told. */
  async toReturn(tx: TenantTx, statementId: string, typed: ReturnForm = {}, problems: readonly Problem[] = []): Promise<Page> {
    const { document } = await this.reads.statement(tx, statementId);
    const titles = new Map(document.answers.map((answer, index) => [answer.key, { code: answer.code, title: answer.title, place: index }]));
    const findings = (await this.findings(tx, statementId)).map((finding) => ({ ...finding, ...titles.get(finding.requirementKey)! }));
    const view = { id: statementId, number: document.request.number, respondent: document.respondent, findings, form: formView(['message'], typed, problems) };
    return new Page('reviews/return', view, { title: 'portal_reviews.return' });
  }

  async findings(tx: TenantTx, statementId: string) {
    const { document } = await this.reads.statement(tx, statementId);
    return findingsInPreparation(await this.reviews.notes(tx, statementId), document.answers.filter((answer) => answer.applies).map(({ key }) => key));
  }

  async toAgree(tx: TenantTx, statementId: string, typed: AgreeTyped = { deviations: [] }, problems: readonly Problem[] = []): Promise<Page> {
    return new Page('reviews/agree', await this.agreement(tx, statementId, typed, problems), { title: 'portal_reviews.agree' });
  }

  /** @throws Invalid, Conflict as the verb would. */
  async checkAgreement(tx: TenantTx, statementId: string, typed: AgreeTyped): Promise<Page> {
    const view = await this.agreement(tx, statementId, typed);
    confirmDeviations(view.deviations, typed.deviations);
    cleanPriceTalk({ state: typed.priceTalk ?? '', note: typed.priceTalkNote });
    return new Page('reviews/agree-check', agreeCheckView(view, typed), { title: 'portal_reviews.agree_check' });
  }

  private async agreement(tx: TenantTx, statementId: string, typed: AgreeTyped, problems: readonly Problem[] = []) {
    const statement = await this.reads.statement(tx, statementId);
    const { document } = await this.specifications.edition(tx, statement.document.specification.editionId);
    return agreeView(statement, deviationsOf(document, statement.document), await this.chasing.talks(tx, statement.requestId), typed, problems);
  }
}
