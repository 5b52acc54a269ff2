import { Injectable } from '@nestjs/common';
import { notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { RequestActs } from './request.policy.js';
import { SentRequest } from './sent-request.js';

/** The mail that did not arrive needs nothing more: the person was reached in another way. */
@Injectable()
export class SettleBounce {
  constructor(private readonly db: TenantDb, private readonly sent: SentRequest) {}

  /** Throws not_found, also for one that is settled. */
  async execute(actor: Actor, requestId: string, bounceId: string): Promise<void> {
    authorize(actor, RequestActs.settle_bounce, this.sent.day.now());
    return this.db.run(actor, (tx) => this.within(tx, requestId, bounceId));
  }

  async within(tx: TenantTx, requestId: string, bounceId: string): Promise<void> {
    const request = await this.sent.own(tx, requestId);
    if (await this.sent.rows.settleBounces(tx, request.id, { id: bounceId }, this.sent.day.now()) === 0) throw notFound('request');
    await this.sent.audit.record(tx, RequestActs.settle_bounce, { kind: 'request', id: request.id }, { number: request.number, bounceId });
  }
}
