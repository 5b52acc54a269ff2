import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, forbidden } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { RequestActs } from './request.policy.js';
import { Requests } from './requests.queries.js';
import { RequestsRepository } from './requests.repository.js';

/** The respondent has received the request and says so: a row of its own. */
@Injectable()
export class AcknowledgeRequest {
  constructor(
    private readonly db: TenantDb, private readonly requests: Requests, private readonly repository: RequestsRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Throws `request.not_addressed_to_you` for the buyer, `request.already_acknowledged`, `request.withdrawn`. */
  async execute(actor: Actor, requestId: string): Promise<void> {
    authorize(actor, RequestActs.acknowledge, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, requestId));
  }

  async within(tx: TenantTx, requestId: string): Promise<void> {
    await tx.lock('request', requestId);
    const request = await this.requests.byId(tx, requestId);
    if (request.supplierOrganizationId !== tx.organizationId) throw forbidden('request.not_addressed_to_you');
    if (request.withdrawnAt) throw conflict('request.withdrawn', { number: request.number });
    if (request.acknowledgedAt) throw conflict('request.already_acknowledged', { number: request.number });
    await this.repository.acknowledge(tx, request, this.clock.now());
    await this.audit.record(tx, RequestActs.acknowledge, { kind: 'request', id: request.id }, { number: request.number });
  }
}
