import { Injectable } from '@nestjs/common';
import type { InspectionState } from '@pure/inspection';
import type { TenantTx } from '@platform/tenancy';
import { both } from './home-item.rules.js';
import type { HomeItem } from './home-item.rules.js';
import { inspectionStatus } from './status.rules.js';

interface Row {
  readonly id: string; readonly number: string; readonly item: string; readonly maker: string | null; readonly factory: string | null;
  readonly buyer: string | null; readonly buyerEn: string | null; readonly due: string | null; readonly since: Date | null;
}
interface InspectionRow extends Row { readonly state: InspectionState; readonly verdict: 'passed' | 'rejected' | null }

/** The factory's name is the buyer's ledger's; a supplier reads its buyer's name by grant. */
const LINE = `o.item_name as item, t.maker_name as maker, t.factory_name as factory, b.name as buyer, b.name_en as "buyerEn"`;
const JOINS = `left join app.supplier_site t on t.id = o.supplier_site_id left join app.organization b on b.id = o.buyer_organization_id`;
const STATE = `case when exists (select from app.inspection_sign_off s where s.inspection_id = i.id and s.round = i.round and s.step = 'approve') then 'approved'
  when exists (select from app.inspection_sign_off s where s.inspection_id = i.id and s.round = i.round and s.step = 'confirm') then 'confirmed'
  when exists (select from app.inspection_sign_off s where s.inspection_id = i.id and s.round = i.round and s.step = 'judge') then 'judged' else 'open' end`;

/** Lots and their inspections, from the announcement to the approval. */
@Injectable()
export class Lots {
  /** On their way: announced by a supplier and not received yet. */
  async announced(tx: TenantTx, limit = 200): Promise<HomeItem[]> {
    const rows = await tx.query<Row>(
      `select n.id, n.note_number as number, ${LINE}, n.arrives_on as due, n.announced_at as since
       from app.delivery_announcement n join app.order_line o on o.id = n.order_line_id ${JOINS}
       where n.buyer_organization_id = $1 and not exists (select from app.delivery d where d.announcement_id = n.id)
       order by n.arrives_on nulls last, n.announced_at limit $2`, [tx.organizationId, limit]);
    return rows.map((row) => ({ ...line(row, 'buyer'), task: 'receive', kind: 'announcement', status: { tone: 'wait', key: 'insight.lot.announced' } }));
  }

  /** Received, and nobody has begun to inspect. */
  async uninspected(tx: TenantTx, limit = 200): Promise<HomeItem[]> {
    const rows = await tx.query<Row>(
      `select d.id, d.note_number as number, ${LINE}, o.inspection_due_on as due, d.received_at as since
       from app.delivery d join app.order_line o on o.id = d.order_line_id ${JOINS}
       where d.buyer_organization_id = $1 and d.returned_at is null and d.verdict is null
         and not exists (select from app.inspection i where i.delivery_id = d.id)
       order by o.inspection_due_on nulls last, d.received_at limit $2`, [tx.organizationId, limit]);
    return rows.map((row) => ({ ...line(row, 'buyer'), task: 'open_inspection', kind: 'delivery', status: { tone: 'wait', key: 'insight.lot.received' } }));
  }

  /** Inspections that wait for the act after `state`. */
  async inspectionsIn(tx: TenantTx, state: 'open' | 'judged' | 'confirmed', limit = 200): Promise<HomeItem[]> {
    const task = { open: 'judge', judged: 'confirm', confirmed: 'approve' } as const;
    const rows = await tx.query<InspectionRow>(
      `select * from (select i.id, i.lot ->> 'noteNumber' as number, ${LINE}, o.inspection_due_on as due, i.opened_at as since, ${STATE} as state,
           (select f.verdict from app.inspection_statement f where f.inspection_id = i.id and f.round = i.round) as verdict
         from app.inspection i join app.order_line o on o.id = i.order_line_id ${JOINS} where i.buyer_organization_id = $1) all_of_them
       where state = $2 order by due nulls last, since limit $3`, [tx.organizationId, state, limit]);
    return rows.map((row) => ({ ...line(row, 'buyer'), task: task[state], kind: 'inspection', status: inspectionStatus(row.state, row.verdict) }));
  }

  /** Judged by the inspector: on their way to the confirmer and the approver, or arrived. */
  async handedOn(tx: TenantTx, limit = 100): Promise<HomeItem[]> {
    const rows = await tx.query<InspectionRow>(
      `select i.id, i.lot ->> 'noteNumber' as number, ${LINE}, o.inspection_due_on as due, f.judged_at as since, ${STATE} as state, f.verdict
       from app.inspection i join app.inspection_statement f on f.inspection_id = i.id and f.round = i.round join app.order_line o on o.id = i.order_line_id ${JOINS}
       where i.buyer_organization_id = $1 order by f.judged_at desc limit $2`, [tx.organizationId, limit]);
    return rows.map((row) => ({ ...line(row, 'buyer'), task: 'inspect', kind: 'inspection', status: inspectionStatus(row.state, row.verdict) }));
  }

  /** Lots whose inspection should be over. */
  async overdueInspections(tx: TenantTx, today: string, limit = 200): Promise<HomeItem[]> {
    const rows = await tx.query<Row & { inspection: string | null }>(
      `select d.id, d.note_number as number, ${LINE}, o.inspection_due_on as due, d.received_at as since,
         (select i.id from app.inspection i where i.delivery_id = d.id) as inspection
       from app.delivery d join app.order_line o on o.id = d.order_line_id ${JOINS}
       where d.buyer_organization_id = $1 and d.returned_at is null and d.verdict is null and o.inspection_due_on < $2
         and not exists (select from app.inspection i join app.inspection_sign_off s on s.inspection_id = i.id and s.step = 'approve' where i.delivery_id = d.id)
       order by o.inspection_due_on, d.received_at limit $3`, [tx.organizationId, today, limit]);
    return rows.map((row) => ({
      ...line(row, 'buyer'), task: 'inspect', status: { tone: 'late', key: 'insight.lot.inspection_late' },
      ...(row.inspection ? { kind: 'inspection', id: row.inspection } as const : { kind: 'delivery' } as const) }));
  }

  /** Orders that should have been delivered in full, seen from either side. */
  async overdueDeliveries(tx: TenantTx, side: 'buyer' | 'supplier', today: string, limit = 200): Promise<HomeItem[]> {
    const rows = await tx.query<Row>(
      `select o.id, o.po_number || '-' || o.line_no as number, ${LINE}, o.due_on as due, o.placed_at as since
       from app.order_line o ${JOINS}
       where (o.buyer_organization_id = $1) = $2 and o.state = 'ordered' and o.received_quantity < o.quantity and o.due_on < $3
       order by o.due_on, o.placed_at limit $4`, [tx.organizationId, side === 'buyer', today, limit]);
    return rows.map((row) => ({ ...line(row, side), task: 'deliver', kind: 'order', status: { tone: 'late', key: 'insight.lot.delivery_late' } }));
  }
}

function line({ id, number, item, maker, factory, buyer, buyerEn, due, since }: Row, side: 'buyer' | 'supplier'): Omit<HomeItem, 'task' | 'kind' | 'status'> {
  return { id, number, title: both(item), party: side === 'buyer' ? both(maker ?? '') : both(buyer ?? '', buyerEn), place: side === 'buyer' ? factory : null, due, since };
}
