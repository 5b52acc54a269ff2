import { Injectable } from '@nestjs/common';
import { Deliveries } from '@libs/delivery';
import type { Delivery } from '@libs/delivery';
import { OrderLines } from '@libs/order';
import type { OrderLine } from '@libs/order';
import { Clock } from '@platform/clock';
import { conflict, notFound } from '@platform/errors';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { BasisReader } from './basis-reader.js';
import type { InspectedLot } from './inspection.document.js';
import type { InspectionId } from './inspection.js';
import { InspectionActs } from './inspection.policy.js';
import { InspectionDesk } from './inspection-desk.js';
import { itemsFor } from './items.rules.js';
import { needsThreePersons } from './sign-off.rules.js';

export interface OpenInspectionInput { readonly deliveryId: string }

/** Takes a received lot in hand: fixes the checklist, the facts, the criticality and how many people must sign. */
@Injectable()
export class OpenInspection {
  constructor(
    private readonly db: TenantDb, private readonly deliveries: Deliveries, private readonly lines: OrderLines, private readonly basis: BasisReader,
    private readonly desk: InspectionDesk, private readonly clock: Clock,
  ) {}

  /** Throws `inspection.lot_returned`, `inspection.already_opened`. */
  async execute(actor: Actor, input: OpenInspectionInput): Promise<InspectionId> {
    authorize(actor, InspectionActs.open, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, { deliveryId }: OpenInspectionInput): Promise<InspectionId> {
    const delivery = await this.deliveries.byId(tx, deliveryId);
    if (delivery.buyerOrganizationId !== tx.organizationId) throw notFound('delivery');
    if (delivery.state === 'returned') throw conflict('inspection.lot_returned');
    const line = await this.lines.byId(tx, delivery.orderLineId);
    const { kind, basis, checklist } = await this.basis.read(tx, line);
    const { threePersons } = await this.desk.signOffPolicy(tx);
    const facts = line.facts ?? {};
    const id = newId<'Inspection'>();
    await this.desk.open(tx, {
      id, buyerOrganizationId: line.buyerOrganizationId, supplierOrganizationId: delivery.supplierOrganizationId, kind, lot: lotOf(line, delivery), basis,
      criticality: line.effectiveCriticality, threePersons: needsThreePersons(line.effectiveCriticality, threePersons), facts,
      items: itemsFor(checklist, facts), openedAt: this.clock.now(), round: 1,
    }, delivery);
    return id;
  }
}

function lotOf(line: OrderLine, delivery: Delivery): InspectedLot {
  return {
    deliveryId: delivery.id, orderLineId: line.id, poNumber: line.poNumber, lineNo: line.lineNo, noteNumber: delivery.noteNumber,
    installmentNo: delivery.installmentNo, installmentsTotal: delivery.installmentsTotal, quantity: delivery.quantity, unit: delivery.unit,
    serials: delivery.serials, receivedOn: delivery.receivedOn,
  };
}
