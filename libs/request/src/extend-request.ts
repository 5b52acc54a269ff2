import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { conflict, notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { BusinessDay } from './business-day.js';
import { RequestActs } from './request.policy.js';
import { Requests } from './requests.queries.js';
import { RequestsRepository } from './requests.repository.js';
import { readExtension } from './sending.rules.js';

@Injectable()
export class ExtendRequest {
  constructor(
    private readonly db: TenantDb, private readonly requests: Requests, private readonly repository: RequestsRepository,
    private readonly audit: AuditTrail, private readonly day: BusinessDay,
  ) {}

  /** Throws `request.request_invalid` unless the day is later and to come and a reason is given; `request.withdrawn`. */
  async execute(actor: Actor, requestId: string, input: { readonly dueOn: string; readonly reason: string }): Promise<void> {
    authorize(actor, RequestActs.extend, this.day.now());
    return this.db.run(actor, (tx) => this.within(tx, requestId, input));
  }

  async within(tx: TenantTx, requestId: string, input: { readonly dueOn: string; readonly reason: string }): Promise<void> {
    await tx.lock('request', requestId);
    const request = await this.requests.byId(tx, requestId);
    if (request.buyerOrganizationId !== tx.organizationId) throw notFound('request');
    if (request.withdrawnAt) throw conflict('request.withdrawn', { number: request.number });
    const { dueOn, reason } = readExtension(input.dueOn, input.reason, request.dueOn, await this.day.today(tx));
    await this.repository.extend(tx, request.id, dueOn, reason, this.day.now());
    await this.audit.record(tx, RequestActs.extend, { kind: 'request', id: request.id }, { number: request.number, from: request.dueOn, dueOn, reason, supplierOrganizationId: request.supplierOrganizationId });
  }
}
