import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { conflict, notFound } from '@platform/errors';
import type { TenantTx } from '@platform/tenancy';
import { BusinessDay } from './business-day.js';
import { ChasingRepository } from './chasing.repository.js';
import { Requests } from './requests.queries.js';
import type { SecurityRequest } from './requests.queries.js';

/** A request of one's own that still waits to be answered, locked, and what every act of the buyer on it needs. */
@Injectable()
export class SentRequest {
  constructor(
    private readonly requests: Requests, readonly rows: ChasingRepository, readonly audit: AuditTrail, readonly day: BusinessDay,
  ) {}

  /** Throws not_found for a request that somebody else sent, `request.withdrawn`. */
  async open(tx: TenantTx, requestId: string): Promise<SecurityRequest> {
    const request = await this.own(tx, requestId);
    if (request.withdrawnAt) throw conflict('request.withdrawn', { number: request.number });
    return request;
  }

  /** The same, withdrawn or not. */
  async own(tx: TenantTx, requestId: string): Promise<SecurityRequest> {
    await tx.lock('request', requestId);
    const request = await this.requests.byId(tx, requestId);
    if (request.buyerOrganizationId !== tx.organizationId) throw notFound('request');
    return request;
  }
}
