import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { ImportPreviews, willBeWritten } from '@platform/workbook';
import type { ImportPreview, ImportPreviewId, PlannedRow } from '@platform/workbook';
import { AnswerQuestion } from './answer-question.js';
import { answerable } from './preview-workbook.js';
import { previewKind, QuestionnaireWorkbooks } from './questionnaire-workbooks.js';
import type { Questionnaire } from './questionnaires.queries.js';
import { ResponseActs } from './response.policy.js';
import { draftContent } from './workbook/merge.rules.js';
import { decided, isItem } from './workbook/plan.rules.js';
import type { Choice } from './workbook/plan.rules.js';

export interface WorkbookImport {
  readonly requestId: string;
  readonly previewId: string;
  /** By the question's key, for those that both sides changed. */
  readonly choices: Readonly<Record<string, Choice>>;
}
export interface Imported {
  readonly saved: number;
  /** What is still to be decided, as a new preview: undecided questions, and those that somebody changed since the preview. */
  readonly open: ImportPreviewId | null;
}

/** Saves what the preview showed, all in one transaction; each answer only on the version that was shown. */
@Injectable()
export class ImportWorkbook {
  constructor(
    private readonly db: TenantDb, private readonly workbooks: QuestionnaireWorkbooks, private readonly previews: ImportPreviews,
    private readonly answers: AnswerQuestion, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** @throws notFound; conflict `workbook.not_started`, `response.not_editable`, `workbook.already_committed` */
  async execute(actor: Actor, input: WorkbookImport): Promise<Imported> {
    authorize(actor, ResponseActs.import, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, { requestId, previewId, choices }: WorkbookImport): Promise<Imported> {
    const questionnaire = answerable(await this.workbooks.of(tx, requestId));
    const { response, request } = questionnaire;
    const kind = previewKind(response.id);
    const preview = await this.previews.byId(tx, kind, previewId);
    const rows = await this.previews.commit(tx, kind, previewId, (row) => this.write(tx, questionnaire, row), (row) => decided(row, choices));
    const saved = rows.filter(willBeWritten).length;
    await this.audit.record(tx, ResponseActs.import, { kind: 'response', id: response.id }, { requestId, number: request.number, fileName: preview.fileName, saved });
    return { saved, open: await this.reopen(tx, requestId, preview, rows) };
  }

  private async write(tx: TenantTx, { response }: Questionnaire, row: PlannedRow): Promise<void> {
    if (!isItem(row)) return;
    const { after, language } = row.content;
    await this.answers.within(tx, { responseId: response.id, requirementKey: row.target.id, version: row.target.version, ...draftContent(after, language) });
  }

  private async reopen(tx: TenantTx, requestId: string, { kind, fileName }: ImportPreview, rows: readonly PlannedRow[]): Promise<ImportPreviewId | null> {
    const items = rows.filter(isItem).filter(({ outcome }) => outcome === 'conflict').map(({ content }) => content);
    const now = items.length > 0 ? await this.workbooks.of(tx, requestId) : undefined;
    return now ? this.previews.keep(tx, kind, fileName, { sheets: [], unread: [], rows: await this.workbooks.again(tx, now, items) }) : null;
  }
}
