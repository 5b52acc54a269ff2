import { Injectable } from '@nestjs/common';
import { Deliveries, DeliveryActs } from '@libs/delivery';
import { OrderLedger } from '@libs/insight';
import type { OrderLedgerLine } from '@libs/insight';
import { Inspections } from '@libs/inspection';
import { OrderActs, OrderLines, PinnableAgreements } from '@libs/order';
import type { OrderLine } from '@libs/order';
import { notFound } from '@platform/errors';
import { may } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { Page } from '../web/page.js';
import type { Problem } from '../web/problems.js';
import { OrderChain } from './order-chain.js';
import type { Side } from './order-list.view.js';
import { orderView } from './order.view.js';
import type { OrderMay } from './order.view.js';

@Injectable()
export class OrderPages {
  constructor(
    private readonly lines: OrderLines, private readonly ledger: OrderLedger, private readonly agreements: PinnableAgreements, private readonly deliveries: Deliveries,
    private readonly inspections: Inspections, private readonly chain: OrderChain,
  ) {}

  /** @throws not_found for a stranger's line, and for a supplier while it is a draft. */
  async show(tx: TenantTx, id: string, problems: readonly Problem[] = []): Promise<Page> {
    const line = await this.lines.byId(tx, id);
    const side: Side = line.buyerOrganizationId === tx.organizationId ? 'buyer' : 'supplier';
    const today = await this.chain.today(tx);
    const ledger = await ledgerLine(this.ledger, tx, id, side, today);
    const lots = [...await this.deliveries.list(tx, { orderLineId: id })].sort((a, b) => a.installmentNo - b.installmentNo);
    const seen = await this.inspections.list(tx, { orderLineId: id });
    const pin = side === 'buyer' ? line.agreementId ?? line.plannedAgreementId : null;
    const agreement = pin ? await this.agreements.byId(tx, pin) ?? null : null;
    const view = orderView({ line, ledger, side, agreement, lots, inspections: new Map(seen.map((one) => [one.deliveryId, one.id])), today, may: allowed(tx, line, side), problems });
    return new Page('orders/show', view, { title: view.number, ...await this.chain.thread(tx, ledger, seen.map((one) => one.id), today) });
  }
}

/** One line of the ledger. @throws not_found */
export async function ledgerLine(ledger: OrderLedger, tx: TenantTx, id: string, side: Side, today: string): Promise<OrderLedgerLine> {
  const { rows: [row] } = await ledger.page(tx, {
    side, today, ids: [id], pattern: null, state: null, siteId: null, secure: null, late: null, sort: null, descending: false, limit: 1, offset: 0 });
  if (!row) throw notFound('order_line');
  return row;
}

function allowed({ actor }: TenantTx, { state, receivedQuantity, quantity }: OrderLine, side: Side): OrderMay {
  const [draft, open] = [state === 'draft', state === 'ordered' && receivedQuantity < quantity];
  if (side === 'supplier') return { change: false, place: false, cancel: false, receive: false, announce: open && may(actor, DeliveryActs.announce) };
  return {
    change: draft && may(actor, OrderActs.change), place: draft && may(actor, OrderActs.place), cancel: state !== 'cancelled' && receivedQuantity === 0 && may(actor, OrderActs.cancel),
    receive: open && may(actor, DeliveryActs.receive), announce: false,
  };
}
