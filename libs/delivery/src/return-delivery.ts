import { Injectable } from '@nestjs/common';
import { OrderLines, RecordReceipt } from '@libs/order';
import { FormReader } from '@platform-pure/forms';
import { Clock } from '@platform/clock';
import { conflict, notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { DeliveryActs } from './delivery.policy.js';
import { mayReturn } from './delivery.states.js';
import { Deliveries } from './deliveries.queries.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { ReceiptContext } from './receipt-context.js';

export interface ReturnDeliveryInput { readonly deliveryId: string; readonly reason: string }

/** The line's own count of what is in the house. */
@Injectable()
export class ReturnedGoods {
  constructor(private readonly lines: OrderLines, private readonly receipts: RecordReceipt) {}

  async takeOff(tx: TenantTx, orderLineId: string, quantity: number): Promise<void> {
    await this.receipts.within(tx, await this.lines.byId(tx, orderLineId), -quantity);
  }
}

/** Goods go back (返品): rejected ones, or wrong and damaged ones found at the dock. The receipt stays on record; its quantity is open again. */
@Injectable()
export class ReturnDelivery {
  constructor(
    private readonly db: TenantDb, private readonly receipts: ReturnedGoods, private readonly deliveries: Deliveries,
    private readonly repository: DeliveriesRepository, private readonly context: ReceiptContext, private readonly clock: Clock,
  ) {}

  /** Throws `delivery.return_invalid` without a reason, `delivery.already_returned`, `delivery.passed_not_returned`. */
  async execute(actor: Actor, input: ReturnDeliveryInput): Promise<void> {
    authorize(actor, DeliveryActs.return, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, input: ReturnDeliveryInput): Promise<void> {
    const form = new FormReader();
    const reason = form.text('reason', input.reason, 400);
    form.finish('delivery.return_invalid');
    const { orderLineId } = await this.deliveries.byId(tx, input.deliveryId);
    await tx.lock('order_line', orderLineId);
    const lot = await this.deliveries.byId(tx, input.deliveryId);
    if (lot.buyerOrganizationId !== tx.organizationId) throw notFound('delivery');
    if (!mayReturn(lot)) throw conflict(lot.state === 'returned' ? 'delivery.already_returned' : 'delivery.passed_not_returned', { note: lot.noteNumber });
    await this.receipts.takeOff(tx, orderLineId, lot.quantity);
    await this.repository.returned(tx, lot.id, await this.context.today(tx), reason, this.clock.now());
    await this.context.record(tx, DeliveryActs.return, lot.id, { orderLineId, noteNumber: lot.noteNumber, reason });
  }
}
