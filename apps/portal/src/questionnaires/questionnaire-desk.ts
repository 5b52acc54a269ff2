import { Injectable } from '@nestjs/common';
import { Requests } from '@libs/request';
import type { SecurityRequest } from '@libs/request';
import { Assignments, Responses } from '@libs/response';
import type { ResponseInState } from '@libs/response';
import { Specifications } from '@libs/specification';
import type { SpecificationEdition } from '@libs/specification';
import { notFound } from '@platform-pure/errors';
import type { TenantTx } from '@platform/tenancy';
import { holders, isEditable, journey } from '@pure/response';
import type { Assignment, Journey, Question, Section } from '@pure/response';

/** A questionnaire as those who answer it have it before them; before anybody started it there is no response. */
export interface Opened {
  readonly request: SecurityRequest;
  readonly edition: SpecificationEdition;
  readonly response: ResponseInState | null;
  readonly journey: Journey;
  readonly assignments: readonly Assignment[];
  readonly editable: boolean;
}

export interface OpenedSection { readonly opened: Opened & { readonly response: ResponseInState }; readonly section: Section; readonly number: number }

@Injectable()
export class QuestionnaireDesk {
  constructor(
    private readonly requests: Requests, private readonly specifications: Specifications, private readonly responses: Responses,
    private readonly assignments: Assignments,
  ) {}

  /** @throws NotFound for a request that this organisation does not answer, also for the buyer of it. */
  async open(tx: TenantTx, requestId: string): Promise<Opened> {
    const request = await this.requests.byId(tx, requestId);
    if (request.supplierOrganizationId !== tx.organizationId) throw notFound('request');
    const edition = await this.specifications.edition(tx, request.specificationEditionId);
    const response = await this.responses.byRequest(tx, requestId) ?? null;
    const drafts = response ? await this.responses.drafts(tx, response.id) : [];
    return {
      request, edition, response, journey: journey(edition.document, request.facts, drafts),
      assignments: response ? await this.assignments.ofResponse(tx, response.id) : [],
      editable: response !== null && request.withdrawnAt === null && isEditable(response.state),
    };
  }

  /** Sections are counted from 1, in the order of the edition. @throws NotFound, also before the questionnaire was started. */
  async section(tx: TenantTx, requestId: string, section: string): Promise<OpenedSection> {
    const opened = await this.open(tx, requestId);
    const found = /^\d{1,4}$/.test(section) ? opened.journey.sections[Number(section) - 1] : undefined;
    if (!found || !opened.response) throw notFound('page');
    return { opened: { ...opened, response: opened.response }, section: found, number: Number(section) };
  }
}

/** Address of one question: its section's page, at the question. */
export function placeOf({ journey: { sections }, request: { id } }: Pick<Opened, 'journey' | 'request'>, key: string): string {
  for (const [index, { questions }] of sections.entries()) {
    const at = questions.findIndex(({ requirement }) => requirement.key === key);
    if (at >= 0) return `/questionnaires/${id}/sections/${index + 1}#q${at + 1}`;
  }
  return `/questionnaires/${id}`;
}

/** Names of those who have items of this list, each once. */
export function holdersOf(questions: readonly Question[], assignments: readonly Assignment[]): string[] {
  const with_ = holders(assignments);
  return [...new Set(questions.flatMap(({ requirement }) => with_.get(requirement.key)?.memberName ?? []))];
}
