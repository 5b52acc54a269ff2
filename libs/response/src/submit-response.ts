import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, invalid, notFound } from '@platform/errors';
import { canonicalText, sha256Hex } from '@platform/signing';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import type { Missing } from './journey.rules.js';
import { Questionnaires } from './questionnaires.queries.js';
import type { Questionnaire } from './questionnaires.queries.js';
import { buildStatement } from './response.document.js';
import type { ResponseStatement } from './response.document.js';
import { ResponseActs } from './response.policy.js';
import { isEditable, newestReleased } from './response.states.js';
import type { ResponseId, StatementId } from './response.states.js';
import { ResponsesRepository } from './responses.repository.js';
import { Statements } from './statements.queries.js';

export interface Submission { readonly statementId: StatementId; readonly revision: number; readonly sha256: string }

/** What submitting reads: the questionnaire and what was released before. */
@Injectable()
export class SubmissionReads {
  constructor(readonly questionnaires: Questionnaires, readonly statements: Statements) {}
}

/** Freezes the answers for the signer: canonical JSON (RFC 8785) and its sha-256. Nothing is visible to the buyer yet. */
@Injectable()
export class SubmitResponse {
  constructor(
    private readonly db: TenantDb, private readonly reads: SubmissionReads, private readonly repository: ResponsesRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** @throws notFound; conflict `response.not_editable`, `response.request_withdrawn`; invalid `response.incomplete` with one field per missing item */
  async execute(actor: Actor, input: { readonly responseId: ResponseId }): Promise<Submission> {
    authorize(actor, ResponseActs.submit, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, input.responseId));
  }

  async within(tx: TenantTx, responseId: ResponseId): Promise<Submission> {
    if (!(await this.repository.lock(tx, responseId))) throw notFound('response');
    const questionnaire = await this.reads.questionnaires.open(tx, responseId);
    if (!isEditable(questionnaire.response.state)) throw conflict('response.not_editable');
    if (questionnaire.request.withdrawnAt) throw conflict('response.request_withdrawn');
    if (questionnaire.journey.missing.length > 0) throw incomplete(questionnaire.journey.missing);
    const statement = await this.statement(tx, questionnaire);
    const canonical = canonicalText(statement);
    const { revision } = statement;
    const [id, sha256] = [newId<'ResponseStatement'>(), sha256Hex(new TextEncoder().encode(canonical))];
    const { buyerOrganizationId, requestId } = questionnaire.response;
    await this.repository.freeze(tx, { id, buyerOrganizationId, responseId, requestId, revision, canonical, sha256, submittedAt: this.clock.now() });
    await this.audit.record(tx, ResponseActs.submit, { kind: 'response', id: responseId }, { statementId: id, revision, sha256 });
    return { statementId: id, revision, sha256 };
  }

  private async statement(tx: TenantTx, { response, request, edition, journey }: Questionnaire): Promise<ResponseStatement> {
    const seen = newestReleased(response.statements);
    return buildStatement({
      request: { id: request.id, number: request.number, dueOn: request.dueOn },
      specification: { editionId: edition.id, sha256: edition.sha256, document: edition.document },
      respondent: {
        organizationId: response.supplierOrganizationId, name: request.respondent.makerName,
        factoryName: request.respondent.factoryName, address: request.respondent.address,
      },
      facts: request.facts, revision: response.statements.length + 1, journey,
      previous: seen ? (await this.reads.statements.byId(tx, seen.id)).document : null,
      submittedBy: { name: tx.actor.name, department: tx.actor.department }, submittedAt: this.clock.now().toISOString(),
    });
  }
}

function incomplete(missing: readonly Missing[]) {
  return invalid('response.incomplete', { count: missing.length },
    missing.map(({ key, code, kind }) => ({ field: key, code: `response.missing_${kind}`, params: { code } })));
}
