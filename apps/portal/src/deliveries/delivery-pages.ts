import { Injectable } from '@nestjs/common';
import { Deliveries, DeliveryActs } from '@libs/delivery';
import { BusinessDay, LotList, Threads, sidesOf } from '@libs/insight';
import { InspectionActs, Inspections } from '@libs/inspection';
import { OrderLines } from '@libs/order';
import { may } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { likePattern, listQuery, windowOf } from '../web/list-query.rules.js';
import { Page, TableFile } from '../web/page.js';
import type { Problem } from '../web/problems.js';
import { LOT_ASKS, deliveriesView, lotsTable } from './deliveries.view.js';
import type { WhoLooks } from './deliveries.view.js';
import { deliveryView } from './delivery.view.js';

/** The list of lots, and one lot. */
@Injectable()
export class DeliveryPages {
  constructor(
    private readonly deliveries: Deliveries, private readonly lines: OrderLines, private readonly lots: LotList, private readonly inspections: Inspections,
    private readonly threads: Threads, private readonly day: BusinessDay,
  ) {}

  async list(tx: TenantTx, asked: Readonly<Record<string, unknown>>): Promise<Page | TableFile> {
    const query = listQuery(asked, LOT_ASKS);
    const who = whoLooks(tx);
    const found = await this.lots.search(tx, {
      pattern: query.search ? likePattern(query.search) : null, state: (query.filters.state ?? null) as never, sort: query.sort as never, descending: query.descending, ...windowOf(query),
    });
    if (query.format) return new TableFile('deliveries', query.format, lotsTable(found.lines, who));
    return new Page('deliveries/list', deliveriesView(found, query, who), { title: 'portal_deliveries.title' });
  }

  /** @throws not_found */
  async show(tx: TenantTx, id: string, again: { readonly typed: object; readonly problems: readonly Problem[] } | null = null): Promise<Page> {
    const lot = await this.deliveries.byId(tx, id);
    const own = lot.buyerOrganizationId === tx.organizationId;
    const { actor } = tx;
    const view = deliveryView({
      lot, own, line: await this.lines.byId(tx, lot.orderLineId), announcement: lot.announcementId ? await this.deliveries.announcement(tx, lot.announcementId) : null,
      documents: await this.deliveries.documents(tx, id), inspection: await this.inspections.ofDelivery(tx, id) ?? null,
      may: { open: own && may(actor, InspectionActs.open), return: own && may(actor, DeliveryActs.return), attach: own && may(actor, DeliveryActs.attach) }, ...again,
    });
    const thread = await this.threads.ofLot(tx, id, await this.day.today(tx));
    return new Page('deliveries/show', view, { title: lot.noteNumber, thread });
  }
}

/** By the person's roles: a buyer's receiver, or somebody of a supplier. An organisation can be both. */
function whoLooks({ actor }: TenantTx): WhoLooks {
  const sides = sidesOf(actor.roles);
  return { supplier: sides.supplier && !sides.buyer, receives: may(actor, DeliveryActs.receive), announces: may(actor, DeliveryActs.announce) };
}
