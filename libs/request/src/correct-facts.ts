import { Injectable } from '@nestjs/common';
import { Specifications } from '@libs/specification';
import type { Facts } from '@pure/catalog';
import { FormReader } from '@platform-pure/forms';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, forbidden } from '@platform/errors';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { correctionProblems } from './facts.rules.js';
import { RequestActs, speaksFor } from './request.policy.js';
import { Requests } from './requests.queries.js';
import type { SecurityRequest } from './requests.queries.js';
import { RequestsRepository } from './requests.repository.js';

export interface CorrectFactsInput { readonly facts: Facts; readonly reason: string }

/** Either side says that a fact of the request is otherwise; what applies follows from it at once. */
@Injectable()
export class CorrectFacts {
  constructor(
    private readonly db: TenantDb, private readonly requests: Requests, private readonly repository: RequestsRepository,
    private readonly specifications: Specifications, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Throws `request.request_invalid`, `request.withdrawn`; forbidden for a role of the other side. */
  async execute(actor: Actor, requestId: string, input: CorrectFactsInput): Promise<void> {
    authorize(actor, RequestActs.correct_facts, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, requestId, input));
  }

  async within(tx: TenantTx, requestId: string, input: CorrectFactsInput): Promise<void> {
    await tx.lock('request', requestId);
    const request = await this.requests.byId(tx, requestId);
    if (!mayCorrect(tx, request)) throw forbidden('common.forbidden', { act: RequestActs.correct_facts.name });
    if (request.withdrawnAt) throw conflict('request.withdrawn', { number: request.number });
    const { document } = await this.specifications.edition(tx, request.specificationEditionId);
    const form = new FormReader();
    const reason = form.text('reason', input.reason, 1000);
    for (const { field, code } of correctionProblems(input.facts, request.facts, document.factNames)) form.wrong(field, code);
    form.finish('request.request_invalid');
    await this.repository.correct(tx, request, { id: newId<'FactsCorrection'>(), facts: input.facts, reason, at: this.clock.now() });
    await this.audit.record(tx, RequestActs.correct_facts, { kind: 'request', id: request.id }, { number: request.number, facts: input.facts, reason });
  }
}

function mayCorrect(tx: TenantTx, request: SecurityRequest): boolean {
  const { buyer, supplier } = speaksFor(tx.actor.roles);
  return (buyer && request.buyerOrganizationId === tx.organizationId) || (supplier && request.supplierOrganizationId === tx.organizationId);
}
