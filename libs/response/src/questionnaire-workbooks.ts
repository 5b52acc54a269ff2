import { Requests } from '@libs/request';
import { Injectable } from '@nestjs/common';
import { notFound } from '@platform/errors';
import { Messages } from '@platform/i18n';
import type { Language, TenantTx } from '@platform/tenancy';
import type { Book, ImportPlan, PlannedRow, ReadSheet } from '@platform-pure/workbook';
import type { Question } from './journey.rules.js';
import { Questionnaires } from './questionnaires.queries.js';
import type { Questionnaire } from './questionnaires.queries.js';
import { Responses } from './responses.queries.js';
import { AnswerBases } from './workbook/answer-bases.queries.js';
import type { Say, WorkbookTexts } from './workbook/columns.rules.js';
import { questionnaireBook } from './workbook/layout.rules.js';
import { placeWorkbook } from './workbook/place.rules.js';
import type { PlacedItem } from './workbook/place.rules.js';
import { plannedItem, planWorkbook } from './workbook/plan.rules.js';
import type { PlannedItem } from './workbook/plan.rules.js';

/** Kind of the previews of one response: those of another request are not found by it. */
export const previewKind = (responseId: string): string => `questionnaire:${responseId}`;

const questionsOf = ({ journey }: Questionnaire): Question[] => journey.sections.flatMap(({ questions }) => questions);

/** A questionnaire as a workbook: out, and what a workbook that comes back would change. */
@Injectable()
export class QuestionnaireWorkbooks {
  readonly texts: WorkbookTexts;

  constructor(
    private readonly requests: Requests, private readonly responses: Responses, private readonly questionnaires: Questionnaires,
    private readonly bases: AnswerBases, messages: Messages,
  ) {
    const say = (language: Language): Say => (key, params) => messages.t(language, key, params);
    this.texts = { ja: say('ja'), en: say('en') };
  }

  /** Undefined while nobody has started to answer. @throws notFound, also for the buyer: the questionnaire is the respondent's */
  async of(tx: TenantTx, requestId: string): Promise<Questionnaire | undefined> {
    const request = await this.requests.byId(tx, requestId);
    if (request.supplierOrganizationId !== tx.organizationId) throw notFound('request');
    const response = await this.responses.byRequest(tx, requestId);
    return response && this.questionnaires.open(tx, response.id);
  }

  /** `returnTo` is the address of the page that takes the filled workbook back. */
  book(questionnaire: Questionnaire, language: Language, returnTo: string): Book {
    const { request, response, edition, journey } = questionnaire;
    const asker = { number: request.number, dueOn: request.dueOn, note: request.note, respondent: request.respondent, returnTo };
    return questionnaireBook({ requestId: request.id, responseId: response.id, editionSha256: edition.sha256, asker, document: edition.document, journey }, language, this.texts[language]);
  }

  /** @throws invalid `workbook.other_request`, `workbook.other_edition`, `workbook.no_questions` */
  async plan(tx: TenantTx, questionnaire: Questionnaire, sheets: readonly ReadSheet[]): Promise<ImportPlan> {
    const questions = questionsOf(questionnaire);
    const ownTexts = (['ja', 'en'] as const).flatMap((language) => this.book(questionnaire, language, '').sheets[0]!.rows.flat().map((cell) => String(cell?.value ?? '')));
    const placement = placeWorkbook(sheets, { requestId: questionnaire.request.id, editionSha256: questionnaire.edition.sha256, questions, ownTexts }, this.texts);
    return planWorkbook(placement, questions, await this.basesOf(tx, questionnaire, placement.items));
  }

  /** The same items of an earlier plan, compared with what stands here now. */
  async again(tx: TenantTx, questionnaire: Questionnaire, items: readonly PlannedItem[]): Promise<PlannedRow[]> {
    const bases = await this.basesOf(tx, questionnaire, items.map(({ placed }) => placed));
    const questions = new Map(questionsOf(questionnaire).map((question) => [question.requirement.key, question]));
    return items.flatMap(({ placed, language }) => {
      const question = questions.get(placed.key);
      return question ? [plannedItem(placed, question, bases.get(placed.key), language)] : [];
    });
  }

  private basesOf(tx: TenantTx, { response }: Questionnaire, items: readonly PlacedItem[]) {
    return this.bases.at(tx, response.id, new Map(items.flatMap(({ key, version }) => (version === null ? [] : [[key, version]]))));
  }
}
