import { Injectable } from '@nestjs/common';
import { BusinessDay, Threads } from '@libs/insight';
import { previewKind, QuestionnaireWorkbooks } from '@libs/response';
import type { Questionnaire } from '@libs/response';
import { isEditable } from '@pure/response';
import type { TenantTx } from '@platform/tenancy';
import { ImportPreviews } from '@platform/workbook';
import { Page, SeeOther } from '../web/page.js';
import type { Problem } from '../web/problems.js';
import { previewView } from './preview.view.js';
import { uploadView } from './upload.view.js';

@Injectable()
export class WorkbookPages {
  constructor(
    private readonly workbooks: QuestionnaireWorkbooks, private readonly previews: ImportPreviews, private readonly threads: Threads, private readonly day: BusinessDay,
  ) {}

  /** @throws NotFound for a request that this organisation does not answer */
  async upload(tx: TenantTx, requestId: string, problems: readonly Problem[] = []): Promise<Page | SeeOther> {
    const questionnaire = await this.workbooks.of(tx, requestId);
    if (!questionnaire) return new SeeOther(`/questionnaires/${requestId}`);
    const { request, response, edition } = questionnaire;
    const open = request.withdrawnAt === null && isEditable(response.state);
    const view = uploadView({ requestId, number: request.number, title: edition.document.title, dueOn: request.dueOn, open, problems });
    return this.page('workbooks/upload', view, questionnaire, tx, 'portal_workbooks.upload.title');
  }

  /** @throws NotFound for a preview of another request, and for one that was swept */
  async preview(tx: TenantTx, requestId: string, previewId: string, problems: readonly Problem[] = []): Promise<Page | SeeOther> {
    const questionnaire = await this.workbooks.of(tx, requestId);
    if (!questionnaire) return new SeeOther(`/questionnaires/${requestId}`);
    const preview = await this.previews.byId(tx, previewKind(questionnaire.response.id), previewId);
    return this.page('workbooks/preview', previewView(preview, questionnaire, problems), questionnaire, tx, 'portal_workbooks.preview.title');
  }

  private async page(template: string, view: object, { request, edition }: Questionnaire, tx: TenantTx, title: string): Promise<Page> {
    const thread = await this.threads.of(tx, { requestId: request.id, editionId: edition.id }, 'answer', await this.day.today(tx));
    return new Page(template, view, { title, thread });
  }
}
