import { Injectable } from '@nestjs/common';
import { FormReader } from '@platform-pure/forms';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { RequestActs } from './request.policy.js';
import { Requests } from './requests.queries.js';
import { RequestsRepository } from './requests.repository.js';

/** 依頼の取下げ. What was sent stays readable to both sides; nothing more is answered. */
@Injectable()
export class WithdrawRequest {
  constructor(
    private readonly db: TenantDb, private readonly requests: Requests, private readonly repository: RequestsRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Throws `request.request_invalid` without a reason, `request.withdrawn`. */
  async execute(actor: Actor, requestId: string, reason: string): Promise<void> {
    authorize(actor, RequestActs.withdraw, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, requestId, reason));
  }

  async within(tx: TenantTx, requestId: string, reason: string): Promise<void> {
    const form = new FormReader();
    const said = form.text('reason', reason, 1000);
    form.finish('request.request_invalid');
    await tx.lock('request', requestId);
    const request = await this.requests.byId(tx, requestId);
    if (request.buyerOrganizationId !== tx.organizationId) throw notFound('request');
    if (request.withdrawnAt) throw conflict('request.withdrawn', { number: request.number });
    await this.repository.withdraw(tx, request.id, said, this.clock.now());
    await this.audit.record(tx, RequestActs.withdraw, { kind: 'request', id: request.id }, { number: request.number, reason: said, supplierOrganizationId: request.supplierOrganizationId });
  }
}
