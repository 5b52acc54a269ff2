import { Injectable } from '@nestjs/common';
import { FormReader } from '@platform-pure/forms';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { OrderActs } from './order.policy.js';
import { OrderLines } from './order-lines.queries.js';
import { OrderLinesRepository } from './order-lines.repository.js';

export interface CancelOrderInput { readonly orderLineId: string; readonly reason: string }

/** Takes back a draft, or an order of which nothing has come: goods that were received are returned, not cancelled. */
@Injectable()
export class CancelOrder {
  constructor(
    private readonly db: TenantDb, private readonly lines: OrderLines, private readonly repository: OrderLinesRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Throws `order.cancel_invalid` without a reason (取適法 records changes with their reason), `order.already_cancelled`, `order.has_deliveries`. */
  async execute(actor: Actor, input: CancelOrderInput): Promise<void> {
    authorize(actor, OrderActs.cancel, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, input: CancelOrderInput): Promise<void> {
    const form = new FormReader();
    const reason = form.text('reason', input.reason, 400);
    form.finish('order.cancel_invalid');
    await tx.lock('order_line', input.orderLineId);
    const line = await this.lines.byId(tx, input.orderLineId);
    // the supplier reads a placed order too: without this it would be told that it had cancelled one
    if (line.buyerOrganizationId !== tx.organizationId) throw notFound('order_line');
    if (line.state === 'cancelled') throw conflict('order.already_cancelled', { po: line.poNumber });
    if (line.receivedQuantity > 0) throw conflict('order.has_deliveries', { po: line.poNumber });
    await this.repository.cancel(tx, line.id, reason, this.clock.now());
    await this.audit.record(tx, OrderActs.cancel, { kind: 'order_line', id: line.id }, { poNumber: line.poNumber, reason });
  }
}
