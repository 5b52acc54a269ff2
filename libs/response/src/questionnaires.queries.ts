import { Requests } from '@libs/request';
import type { SecurityRequest } from '@libs/request';
import { Specifications } from '@libs/specification';
import type { SpecificationEdition } from '@libs/specification';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@platform/tenancy';
import { journey } from './journey.rules.js';
import type { Journey } from './journey.rules.js';
import { Responses } from './responses.queries.js';
import type { ResponseInState } from './responses.queries.js';

/** Everything a respondent's page shows, and everything a submission is made of. */
export interface Questionnaire {
  readonly response: ResponseInState;
  readonly request: SecurityRequest;
  readonly edition: SpecificationEdition;
  readonly journey: Journey;
}

/** A response read together with what it answers: the request's facts decide which questions are asked. */
@Injectable()
export class Questionnaires {
  constructor(private readonly responses: Responses, private readonly requests: Requests, private readonly specifications: Specifications) {}

  /** @throws notFound */
  async open(tx: TenantTx, responseId: string): Promise<Questionnaire> {
    const response = await this.responses.byId(tx, responseId);
    const request = await this.requests.byId(tx, response.requestId);
    const edition = await this.specifications.edition(tx, request.specificationEditionId);
    const drafts = await this.responses.drafts(tx, response.id);
    return { response, request, edition, journey: journey(edition.document, request.facts, drafts) };
  }
}
