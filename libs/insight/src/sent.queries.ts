import { Injectable } from '@nestjs/common';
import type { Actor, TenantTx } from '@platform/tenancy';
import { both } from './home-item.rules.js';
import type { HomeItem } from './home-item.rules.js';
import { Lots } from './lots.queries.js';
import { requestLine } from './request-lines.rules.js';
import { concerns, holds, sidesOf } from './sides.rules.js';
import type { Requests } from './waiting.queries.js';

interface AnnouncementRow {
  readonly number: string; readonly item: string; readonly buyer: string | null; readonly buyerEn: string | null;
  readonly arrivesOn: string | null; readonly announcedAt: Date; readonly orderLineId: string; readonly deliveryId: string | null;
}

/** What I sent on its way: requests, judged inspections on the buyer's side; answers and announced lots on the supplier's. Newest first. */
@Injectable()
export class Sent {
  constructor(private readonly lots: Lots) {}

  async of(tx: TenantTx, actor: Actor, requests: Requests, today: string): Promise<HomeItem[]> {
    const side = sidesOf(actor.roles);
    const asked = concerns(actor.roles).requests ? requests.sent.map((request) => requestLine(request, 'buyer', today, 'request')) : [];
    const answered = side.supplier ? requests.received.filter((request) => request.submittedAt)
      .map((request) => requestLine(request, 'supplier', today, 'response')) : [];
    const announced = side.supplier ? await this.announcements(tx) : [];
    const handedOn = holds(actor.roles, 'inspector', 'confirmer', 'approver') ? await this.lots.handedOn(tx) : [];
    const at = (item: HomeItem): number => item.since?.getTime() ?? 0;
    return [...asked, ...handedOn, ...answered, ...announced].sort((a, b) => at(b) - at(a));
  }

  /** Each leads to the lot that came of it, and until then to its order. */
  private async announcements(tx: TenantTx): Promise<HomeItem[]> {
    const rows = await tx.query<AnnouncementRow>(
      `select n.note_number as number, o.item_name as item, b.name as buyer, b.name_en as "buyerEn", n.arrives_on as "arrivesOn",
         n.announced_at as "announcedAt", o.id as "orderLineId", (select d.id from app.delivery d where d.announcement_id = n.id order by d.id limit 1) as "deliveryId"
       from app.delivery_announcement n join app.order_line o on o.id = n.order_line_id left join app.organization b on b.id = n.buyer_organization_id
       where n.supplier_organization_id = $1 order by n.announced_at desc limit 100`, [tx.organizationId]);
    return rows.map((row) => ({
      task: 'announcement', kind: row.deliveryId ? 'delivery' : 'order', id: row.deliveryId ?? row.orderLineId, number: row.number, title: both(row.item), party: both(row.buyer ?? '', row.buyerEn), place: null,
      due: row.arrivesOn, status: row.deliveryId ? { tone: 'done', key: 'insight.lot.received' } : { tone: 'wait', key: 'insight.lot.announced' }, since: row.announcedAt }));
  }
}
