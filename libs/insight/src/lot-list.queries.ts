import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@platform/tenancy';
import type { LotState } from './lot-state.rules.js';

/** A list as a page asks for it; `pattern` is for `ilike`, null where nothing is looked for. */
export interface LotQuestion {
  readonly pattern: string | null;
  readonly state?: LotState | null;
  readonly sort?: 'note' | 'day' | 'payment' | null;
  readonly descending?: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** A lot that was received, or one that is on its way. */
export interface LotLine {
  readonly id: string;
  readonly orderLineId: string;
  readonly state: LotState;
  readonly noteNumber: string;
  readonly poNumber: string;
  readonly lineNo: number;
  readonly item: string;
  readonly model: string | null;
  /** Of the supplier's factory, as the buyer's ledger has it; null for the supplier. */
  readonly maker: string | null;
  readonly factory: string | null;
  readonly buyer: string | null;
  readonly buyerEn: string | null;
  readonly quantity: number;
  readonly unit: string;
  /** 受領日; null while it is on its way. */
  readonly receivedOn: string | null;
  readonly arrivesOn: string | null;
  readonly paymentDueOn: string | null;
  readonly inspectionDueOn: string | null;
  readonly inspectionId: string | null;
}

/** An order line of which something is still to come. */
export interface OpenOrder {
  readonly id: string; readonly poNumber: string; readonly lineNo: number; readonly item: string; readonly model: string | null; readonly maker: string | null; readonly factory: string | null;
  readonly buyer: string | null; readonly buyerEn: string | null; readonly ordered: number; readonly open: number; readonly unit: string; readonly dueOn: string;
  readonly announcementId: string | null; readonly announcedNote: string | null;
}

const PARTIES = `left join app.supplier_site t on t.id = o.supplier_site_id left join app.organization b on b.id = o.buyer_organization_id`;
const ORDER = `o.po_number as "poNumber", o.line_no as "lineNo", o.item_name as item, o.model, t.maker_name as maker, t.factory_name as factory, b.name as buyer, b.name_en as "buyerEn"`;
const APPROVED = `exists (select from app.inspection_sign_off s where s.inspection_id = i.id and s.round = i.round and s.step = 'approve')`;
const LOTS = `
  select d.id, d.order_line_id as "orderLineId", d.note_number as "noteNumber", ${ORDER}, d.quantity::float8 as quantity, d.unit, d.received_on as "receivedOn",
    null::date as "arrivesOn", d.payment_due_on as "paymentDueOn", o.inspection_due_on as "inspectionDueOn", i.id as "inspectionId", d.serials,
    case when d.returned_at is not null then 'returned' when d.verdict is not null then d.verdict when i.id is null then 'received'
      when ${APPROVED} then 'observed' else 'inspecting' end as state, d.received_at as since
  from app.delivery d join app.order_line o on o.id = d.order_line_id ${PARTIES} left join app.inspection i on i.delivery_id = d.id
  union all
  select n.id, n.order_line_id, n.note_number, ${ORDER}, n.quantity::float8, o.unit, null, n.arrives_on, null, o.inspection_due_on, null, n.serials, 'announced', n.announced_at
  from app.delivery_announcement n join app.order_line o on o.id = n.order_line_id ${PARTIES}
  where not exists (select from app.delivery d where d.announcement_id = n.id)`;
const SORTS = { note: '"noteNumber"', day: 'coalesce("receivedOn", "arrivesOn")', payment: '"paymentDueOn"' } as const;

/** Everything that came or is to come, seen from either side. */
@Injectable()
export class LotList {
  /** What is on its way first, then the newest receipt, unless asked otherwise. `total`: of all pages. */
  async search(tx: TenantTx, { pattern, state, sort, descending, limit, offset }: LotQuestion): Promise<{ readonly lines: LotLine[]; readonly total: number }> {
    const order = sort ? `${SORTS[sort]} ${descending ? 'desc' : 'asc'} nulls last, since desc` : `(state = 'announced') desc, coalesce("receivedOn", "arrivesOn") desc nulls last, since desc`;
    const rows = await tx.query<LotLine & { total: number }>(
      `select *, count(*) over ()::int as total from (${LOTS}) lots
        where ($1::text is null or "noteNumber" ilike $1 or "poNumber" || '-' || "lineNo" ilike $1 or item ilike $1 or model ilike $1 or maker ilike $1 or factory ilike $1
            or serials::text ilike $1)
          and ($2::text is null or state = $2)
        order by ${order}, id limit $3 offset $4`, [pattern, state ?? null, limit, offset]);
    return { lines: rows, total: rows[0]?.total ?? 0 };
  }

  /** Orders to receive against or to announce for, by number, goods or supplier; `side`: whose orders they are. */
  async openOrders(tx: TenantTx, side: 'buyer' | 'supplier', pattern: string | null, limit = 50): Promise<OpenOrder[]> {
    return tx.query<OpenOrder>(
      `select o.id, ${ORDER}, o.quantity::float8 as ordered, (o.quantity - o.received_quantity)::float8 as open, o.unit, o.due_on as "dueOn",
         n.id as "announcementId", n.note_number as "announcedNote"
       from app.order_line o ${PARTIES}
       left join lateral (select a.id, a.note_number from app.delivery_announcement a
         where a.order_line_id = o.id and not exists (select from app.delivery d where d.announcement_id = a.id) order by a.arrives_on nulls last, a.announced_at limit 1) n on true
       where (o.buyer_organization_id = $1) = $2 and o.state = 'ordered' and o.received_quantity < o.quantity
         and ($3::text is null or o.po_number || '-' || o.line_no ilike $3 or o.item_name ilike $3 or o.model ilike $3 or o.job_number ilike $3 or t.maker_name ilike $3 or t.factory_name ilike $3
           or t.counterparty_code ilike $3 or n.note_number ilike $3)
       order by (n.id is null), o.due_on, o.po_number, o.line_no limit $4`, [tx.organizationId, side === 'buyer', pattern, limit]);
  }
}
