import { Injectable } from '@nestjs/common';
import type { InspectionState } from '@pure/inspection';
import type { TenantTx } from '@platform/tenancy';
import type { WaitingAs } from './lot-state.rules.js';

export interface InspectionQuestion {
  readonly pattern: string | null;
  readonly state?: InspectionState | null;
  /** Only what this person may take the next step of: without those where separation of duties stands against it. */
  readonly waiting?: { readonly as: WaitingAs; readonly memberId: string | null; readonly personKey: string | null } | null;
  readonly sort?: 'note' | 'received' | 'due' | null;
  readonly descending?: boolean;
  readonly limit: number;
  readonly offset: number;
}

export interface InspectionLine {
  readonly id: string;
  readonly noteNumber: string;
  readonly poNumber: string;
  readonly lineNo: number;
  readonly item: string;
  readonly maker: string | null;
  readonly factory: string | null;
  readonly buyer: string | null;
  readonly buyerEn: string | null;
  readonly kind: 'acceptance' | 'observation';
  readonly receivedOn: string;
  /** 検査完了期日 */
  readonly dueOn: string | null;
  readonly state: InspectionState;
  readonly verdict: 'passed' | 'rejected' | null;
  readonly sentBack: boolean;
  /** Results recorded, and items that must be judged for this lot. */
  readonly recorded: number;
}

const signed = (step: string): string => `exists (select from app.inspection_sign_off s where s.inspection_id = i.id and s.round = i.round and s.step = '${step}')`;
const ROWS = `
  select i.id, i.three_persons, i.delivery_id, i.round, i.lot ->> 'noteNumber' as "noteNumber", o.po_number as "poNumber", o.line_no as "lineNo", o.item_name as item, t.maker_name as maker,
    t.factory_name as factory, b.name as buyer, b.name_en as "buyerEn", i.kind, (i.lot ->> 'receivedOn')::date as "receivedOn", o.inspection_due_on as "dueOn",
    case when ${signed('approve')} then 'approved' when ${signed('confirm')} then 'confirmed' when ${signed('judge')} then 'judged' else 'open' end as state,
    (select f.verdict from app.inspection_statement f where f.inspection_id = i.id and f.round = i.round) as verdict, i.round > 1 as "sentBack",
    (select count(*)::int from app.inspection_result r where r.inspection_id = i.id) as recorded, i.opened_at, i.lot -> 'serials' as serials
  from app.inspection i join app.order_line o on o.id = i.order_line_id
    left join app.supplier_site t on t.id = o.supplier_site_id left join app.organization b on b.id = o.buyer_organization_id`;
const SORTS = { note: '"noteNumber"', received: '"receivedOn"', due: '"dueOn"' } as const;
const NEXT = { inspector: 'open', confirmer: 'judged', approver: 'confirmed' } as const;
/** Who recorded or judged stands against a confirmation where three are needed, and always against an approval; so do the confirmer's and the receiver's. */
const MINE = `($5::uuid = member_id or $6::text = person_key)`;
const FREE = `
  not (($4 = 'approver' or ($4 = 'confirmer' and three_persons)) and (
      exists (select from app.inspection_recorder r where r.inspection_id = q.id and ${MINE})
      or exists (select from app.inspection_sign_off s where s.inspection_id = q.id and s.step = 'judge' and ${MINE})))
  and not ($4 = 'approver' and (
      exists (select from app.inspection_sign_off s where s.inspection_id = q.id and s.round = q.round and s.step = 'confirm' and ${MINE})
      or exists (select from app.delivery d where d.id = q.delivery_id and (d.received_by_member_id = $5::uuid or d.received_by_person_key = $6::text))))`;

/** Inspections of the organisation's lots; a supplier sees those that were approved. */
@Injectable()
export class InspectionList {
  /** Nearest due day of what is open first, unless asked otherwise. `total`: of all pages. */
  async search(tx: TenantTx, question: InspectionQuestion): Promise<{ readonly lines: InspectionLine[]; readonly total: number }> {
    const { pattern, waiting, sort, descending, limit, offset } = question;
    const order = sort ? `${SORTS[sort]} ${descending ? 'desc' : 'asc'} nulls last, opened_at desc` : `(state = 'approved'), case when state = 'approved' then null else "dueOn" end nulls last, opened_at desc`;
    const rows = await tx.query<InspectionLine & { total: number }>(
      `select *, count(*) over ()::int as total from (${ROWS}) q
        where ($1::text is null or "noteNumber" ilike $1 or "poNumber" || '-' || "lineNo" ilike $1 or item ilike $1 or maker ilike $1 or factory ilike $1 or serials::text ilike $1)
          and ($2::text is null or state = $2) and ($3::text is null or (state = $3 and ${FREE}))
        order by ${order}, id limit $7 offset $8`,
      [pattern, question.state ?? null, waiting ? NEXT[waiting.as] : null, waiting?.as ?? null, waiting?.memberId ?? null, waiting?.personKey ?? null, limit, offset]);
    return { lines: rows, total: rows[0]?.total ?? 0 };
  }
}
