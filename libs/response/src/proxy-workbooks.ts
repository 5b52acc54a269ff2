import { Requests } from '@libs/request';
import type { SecurityRequest } from '@libs/request';
import { Specifications } from '@libs/specification';
import type { SpecificationEdition } from '@libs/specification';
import { Injectable } from '@nestjs/common';
import { notFound } from '@platform/errors';
import { Messages } from '@platform/i18n';
import type { Language, TenantTx } from '@platform/tenancy';
import type { Book, ReadSheet } from '@platform-pure/workbook';
import { journey } from './journey.rules.js';
import type { Journey } from './journey.rules.js';
import type { Say, WorkbookTexts } from './workbook/columns.rules.js';
import { questionnaireBook } from './workbook/layout.rules.js';
import { placeWorkbook } from './workbook/place.rules.js';
import type { Placement } from './workbook/place.rules.js';

/** The questions of a request as its sender sees them: nobody's answers. */
export interface AskedQuestionnaire { readonly request: SecurityRequest; readonly edition: SpecificationEdition; readonly journey: Journey }

/** The questionnaire of a supplier that answers by mail: blank out, and what a workbook that was mailed back says (domain.md §0b.22). */
@Injectable()
export class ProxyWorkbooks {
  private readonly texts: WorkbookTexts;

  constructor(private readonly requests: Requests, private readonly specifications: Specifications, messages: Messages) {
    const say = (language: Language): Say => (key, params) => messages.t(language, key, params);
    this.texts = { ja: say('ja'), en: say('en') };
  }

  /** @throws notFound for a request that this organisation did not send */
  async of(tx: TenantTx, requestId: string): Promise<AskedQuestionnaire> {
    const request = await this.requests.byId(tx, requestId);
    if (request.buyerOrganizationId !== tx.organizationId) throw notFound('request');
    const edition = await this.specifications.edition(tx, request.specificationEditionId);
    return { request, edition, journey: journey(edition.document, request.facts, []) };
  }

  /** To be sent by hand; it comes back by mail. */
  book({ request, edition, journey: asked }: AskedQuestionnaire, language: Language): Book {
    const asker = { number: request.number, dueOn: request.dueOn, note: request.note, respondent: request.respondent, returnTo: null };
    const input = { requestId: request.id, responseId: request.id, editionSha256: edition.sha256, asker, document: edition.document, journey: asked };
    return questionnaireBook(input, language, this.texts[language]);
  }

  /** @throws invalid `workbook.other_request`, `workbook.other_edition`, `workbook.no_questions` */
  place(asked: AskedQuestionnaire, sheets: readonly ReadSheet[]): Placement {
    const questions = asked.journey.sections.flatMap((section) => section.questions);
    const ownTexts = (['ja', 'en'] as const).flatMap((language) => this.book(asked, language).sheets[0]!.rows.flat().map((cell) => String(cell?.value ?? '')));
    return placeWorkbook(sheets, { requestId: asked.request.id, editionSha256: asked.edition.sha256, questions, ownTexts }, this.texts);
  }
}
