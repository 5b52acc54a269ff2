import { Injectable } from '@nestjs/common';
import { OrderLines } from '@libs/order';
import { FormReader } from '@platform-pure/forms';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, invalid, notFound } from '@platform/errors';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { DeliveryActs } from './delivery.policy.js';
import { readLot } from './delivery.rules.js';
import type { AnnouncementId, LotInput } from './delivery.rules.js';
import { DeliveriesRepository } from './deliveries.repository.js';

export interface AnnounceDeliveryInput extends LotInput { readonly orderLineId: string; readonly arrivesOn?: string | null }

/** The supplier says what is coming. Goods may come without it: the dock then works from the paper delivery note (domain.md §0b.22). */
@Injectable()
export class AnnounceDelivery {
  constructor(
    private readonly db: TenantDb, private readonly lines: OrderLines, private readonly repository: DeliveriesRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Throws `delivery.lot_invalid`, `delivery.order_not_open`, `delivery.more_than_ordered`, `delivery.note_known`. */
  async execute(actor: Actor, input: AnnounceDeliveryInput): Promise<AnnouncementId> {
    authorize(actor, DeliveryActs.announce, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, input: AnnounceDeliveryInput): Promise<AnnouncementId> {
    const lot = readLot(input);
    const form = new FormReader();
    const arrivesOn = input.arrivesOn ? form.date('arrivesOn', input.arrivesOn) : null;
    form.finish('delivery.lot_invalid');
    const line = await this.lines.byId(tx, input.orderLineId);
    // the buyer sees the line, but goods are announced by the one who sends them
    if (line.buyerOrganizationId === tx.organizationId) throw notFound('order_line');
    if (line.state !== 'ordered') throw conflict('delivery.order_not_open', { po: line.poNumber });
    if (lot.quantity > line.quantity) throw invalid('delivery.more_than_ordered', { quantity: lot.quantity, ordered: line.quantity, unit: line.unit });
    const id = newId<'DeliveryAnnouncement'>();
    if (!await this.repository.announce(tx, id, line, lot, arrivesOn, this.clock.now())) throw conflict('delivery.note_known', { note: lot.noteNumber });
    await this.audit.record(tx, DeliveryActs.announce, { kind: 'delivery_announcement', id },
      { orderLineId: line.id, noteNumber: lot.noteNumber, quantity: lot.quantity });
    return id;
  }
}
