import { Injectable } from '@nestjs/common';
import { OrderLines, RecordReceipt } from '@libs/order';
import { openQuantity, paymentDueOn } from '@pure/order';
import { Clock } from '@platform/clock';
import { conflict, notFound } from '@platform/errors';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { DeliveryActs } from './delivery.policy.js';
import { nextInstallment, readLot, readReceiptDay } from './delivery.rules.js';
import type { DeliveryId, LotInput } from './delivery.rules.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { ReceiptContext } from './receipt-context.js';

export interface ReceiveDeliveryInput extends LotInput {
  readonly orderLineId: string;
  readonly announcementId?: string | null;
  /** 受領日; today unless written down later. */
  readonly receivedOn?: string;
}

/** Goods are in the house (受領): that is neither inspection nor acceptance, and it starts the payment clock. */
@Injectable()
export class ReceiveDelivery {
  constructor(
    private readonly db: TenantDb, private readonly lines: OrderLines, private readonly receipts: RecordReceipt,
    private readonly repository: DeliveriesRepository, private readonly context: ReceiptContext, private readonly clock: Clock,
  ) {}

  /** Throws `delivery.lot_invalid`, `delivery.order_not_open`, `delivery.note_known`, `order.over_delivery`. */
  async execute(actor: Actor, input: ReceiveDeliveryInput): Promise<DeliveryId> {
    authorize(actor, DeliveryActs.receive, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, input: ReceiveDeliveryInput): Promise<DeliveryId> {
    const lot = readLot(input);
    await tx.lock('order_line', input.orderLineId);
    const line = await this.lines.byId(tx, input.orderLineId);
    if (line.buyerOrganizationId !== tx.organizationId) throw notFound('order_line');
    if (line.state !== 'ordered') throw conflict('delivery.order_not_open', { po: line.poNumber });
    const receivedOn = readReceiptDay(input.receivedOn, await this.context.today(tx), line.orderedOn);
    const announcementId = await this.context.announcementOf(tx, line, input.announcementId ?? null, lot.noteNumber);
    const earlier = await this.repository.receipts(tx, line.id);
    if (earlier.some((receipt) => !receipt.returned && receipt.noteNumber === lot.noteNumber)) throw conflict('delivery.note_known', { note: lot.noteNumber });
    await this.receipts.within(tx, line, lot.quantity);
    const completes = openQuantity(line.quantity, [line.receivedQuantity, lot.quantity]) === 0;
    const id = newId<'Delivery'>();
    await this.repository.receive(tx, line, {
      id, lot, installment: nextInstallment(earlier.length, lot.installmentsTotal, completes), announcementId, receivedOn,
      paymentDueOn: paymentDueOn(receivedOn, line.paymentTermsDays), at: this.clock.now(),
    });
    await this.context.record(tx, DeliveryActs.receive, id, { orderLineId: line.id, noteNumber: lot.noteNumber, quantity: lot.quantity, receivedOn });
    return id;
  }
}
