import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { conflict } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { ImportPreviews } from '@platform/workbook';
import type { ImportPreviewId, ReadSheet } from '@platform/workbook';
import { previewKind, QuestionnaireWorkbooks } from './questionnaire-workbooks.js';
import type { Questionnaire } from './questionnaires.queries.js';
import { ResponseActs } from './response.policy.js';
import { isEditable } from './response.states.js';

export interface WorkbookUpload { readonly requestId: string; readonly fileName: string; readonly sheets: readonly ReadSheet[] }

/** Keeps what a filled-in workbook would change, for a person to look at; nothing is changed. Scratch, like a draft's autosave: no audit event. */
@Injectable()
export class PreviewWorkbook {
  constructor(private readonly db: TenantDb, private readonly workbooks: QuestionnaireWorkbooks, private readonly previews: ImportPreviews, private readonly clock: Clock) {}

  /** @throws notFound; conflict `workbook.not_started`, `response.not_editable`; invalid `workbook.other_request`, `workbook.other_edition`, `workbook.no_questions` */
  async execute(actor: Actor, input: WorkbookUpload): Promise<ImportPreviewId> {
    authorize(actor, ResponseActs.import, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, { requestId, fileName, sheets }: WorkbookUpload): Promise<ImportPreviewId> {
    const questionnaire = answerable(await this.workbooks.of(tx, requestId));
    return this.previews.keep(tx, previewKind(questionnaire.response.id), fileName, await this.workbooks.plan(tx, questionnaire, sheets));
  }
}

/** @throws conflict `workbook.not_started`, `response.request_withdrawn`, `response.not_editable` */
export function answerable(questionnaire: Questionnaire | undefined): Questionnaire {
  if (!questionnaire) throw conflict('workbook.not_started');
  if (questionnaire.request.withdrawnAt) throw conflict('response.request_withdrawn');
  if (!isEditable(questionnaire.response.state)) throw conflict('response.not_editable');
  return questionnaire;
}
