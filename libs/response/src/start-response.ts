import { Requests } from '@libs/request';
import { Specifications } from '@libs/specification';
import { Injectable } from '@nestjs/common';
import { acceptsCompensation } from '@pure/catalog';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, notFound } from '@platform/errors';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { valuesOf } from './answer-kinds/index.js';
import { AnswersRepository } from './answers.repository.js';
import { notAsked, scaleOf } from './journey.rules.js';
import { ResponseActs } from './response.policy.js';
import type { ResponseId } from './response.states.js';
import { Responses } from './responses.queries.js';
import { ResponsesRepository } from './responses.repository.js';

/** What starting reads: the request, its edition, and whether there is a response already. */
@Injectable()
export class StartReads {
  constructor(readonly requests: Requests, readonly specifications: Specifications, readonly responses: Responses) {}
}

/** Opens the questionnaire of a request: one empty answer per question of its edition. Opening it again gives the same response. */
@Injectable()
export class StartResponse {
  constructor(
    private readonly db: TenantDb, private readonly reads: StartReads, private readonly repository: ResponsesRepository,
    private readonly answers: AnswersRepository, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** @throws notFound; conflict `response.request_withdrawn` */
  async execute(actor: Actor, input: { readonly requestId: string }): Promise<ResponseId> {
    authorize(actor, ResponseActs.start, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, input.requestId));
  }

  async within(tx: TenantTx, requestId: string): Promise<ResponseId> {
    const request = await this.reads.requests.byId(tx, requestId);
    // the buyer sees the request too, but only the one who was asked may answer (for an own factory both are the same)
    if (request.supplierOrganizationId !== tx.organizationId) throw notFound('request');
    const existing = await this.reads.responses.byRequest(tx, requestId);
    if (existing) return existing.id;
    if (request.withdrawnAt) throw conflict('response.request_withdrawn');
    const response = { id: newId<'SupplierResponse'>(), requestId, buyerOrganizationId: request.buyerOrganizationId, startedAt: this.clock.now() };
    if (!(await this.repository.start(tx, response))) return (await this.reads.responses.byRequest(tx, requestId))!.id;
    const { document } = await this.reads.specifications.edition(tx, request.specificationEditionId);
    await this.answers.open(tx, response, document.requirements.map((requirement) => ({
      key: requirement.key, allowed: valuesOf(scaleOf(document, requirement)), acceptsCompensation: acceptsCompensation(requirement.necessity),
    })));
    await this.answers.count(tx, response, notAsked(document, request.facts));
    await this.audit.record(tx, ResponseActs.start, { kind: 'response', id: response.id }, { requestId, number: request.number });
    return response.id;
  }
}
