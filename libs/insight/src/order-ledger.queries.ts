import { Injectable } from '@nestjs/common';
import type { ContractForm, OrderLineState } from '@pure/order';
import type { Criticality, GoverningDocument } from '@pure/specification';
import type { TenantTx } from '@platform/tenancy';

export interface OrderLedgerLine {
  readonly id: string;
  readonly jobNumber: string;
  readonly poNumber: string;
  readonly lineNo: number;
  readonly supplierSiteId: string;
  /** Of the buyer's ledger; null for a supplier, who does not read it. */
  readonly counterpartyCode: string | null;
  readonly makerName: string | null;
  readonly factoryName: string | null;
  readonly buyerName: string | null;
  readonly buyerNameEn: string | null;
  readonly governingDocument: GoverningDocument;
  readonly secureRequirement: boolean;
  readonly noRequirementReason: string | null;
  readonly contractForm: ContractForm;
  /** Pinned, or of a draft planned; named by its request. */
  readonly agreementRequestId: string | null;
  readonly agreementNumber: string | null;
  readonly itemName: string;
  readonly model: string | null;
  readonly quantity: number;
  readonly unit: string;
  readonly orderedOn: string;
  readonly dueOn: string;
  readonly deliveryPlace: string | null;
  readonly inspectionDueOn: string | null;
  readonly amount: number | null;
  readonly paymentTermsDays: number;
  readonly criticality: Criticality | null;
  readonly state: OrderLineState;
  /** Received and not returned. */
  readonly lots: number;
  readonly receivedQuantity: number;
  readonly deliveryLate: boolean;
  readonly inspectionLate: boolean;
  readonly version: number;
}

export const ORDER_SORTS = ['po', 'supplier', 'ordered', 'due', 'inspection', 'item'] as const;
export interface OrderLedgerQuery {
  /** Whose orders: those one's own organisation gave, or those it was given. */
  readonly side: 'buyer' | 'supplier';
  /** 'YYYY-MM-DD' for the asking organisation. */
  readonly today: string;
  readonly pattern: string | null;
  readonly state: string | null;
  readonly siteId: string | null;
  readonly secure: boolean | null;
  readonly late: string | null;
  readonly ids: readonly string[] | null;
  readonly sort: string | null;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** `orderLineState` in SQL, because lists are filtered by it; a test holds the two together. */
const STATE = `case when o.state <> 'ordered' then o.state when l.delivered is null or l.delivered = 0 then 'ordered' when l.delivered < o.quantity then 'part_delivered'
  when l.passed = l.lots then 'accepted' when l.rejected = l.lots then 'closed_rejected' else 'fully_delivered' end`;
const DELIVERY_LATE = `(o.state = 'ordered' and o.due_on < $2::date and coalesce(l.delivered, 0) < o.quantity)`;
const INSPECTION_LATE = `(o.inspection_due_on < $2::date and coalesce(l.unjudged, 0) > 0)`;
const FROM = `from app.order_line o
  left join lateral (select count(*)::int as lots, sum(d.quantity) as delivered, count(*) filter (where d.verdict = 'passed')::int as passed,
    count(*) filter (where d.verdict = 'rejected')::int as rejected, count(*) filter (where d.verdict is null)::int as unjudged
    from app.delivery d where d.order_line_id = o.id and d.returned_at is null) l on true
  left join app.supplier_site s on s.id = o.supplier_site_id left join app.organization b on b.id = o.buyer_organization_id
  left join app.agreement g on g.id = coalesce(o.agreement_id, o.planned_agreement_id) left join app.security_request r on r.id = g.request_id`;
const WHERE = `(case when $1 = 'buyer' then o.buyer_organization_id = app.current_organization() else o.buyer_organization_id <> app.current_organization() or o.supplier_organization_id = app.current_organization() end)
  and ($3::text is null or o.po_number ilike $3 or ($1 = 'buyer' and o.job_number ilike $3) or o.item_name ilike $3 or o.model ilike $3 or s.maker_name ilike $3 or s.factory_name ilike $3
    or s.counterparty_code ilike $3 or ($1 = 'supplier' and b.name ilike $3) or r.number ilike $3)
  and ($4::text is null or ${STATE} = $4) and ($5::uuid is null or o.supplier_site_id = $5) and ($6::boolean is null or o.secure_requirement = $6)
  and ($7::text is null or ($7 = 'delivery' and ${DELIVERY_LATE}) or ($7 = 'inspection' and ${INSPECTION_LATE})) and ($8::uuid[] is null or o.id = any($8))`;
const COLUMNS = `o.id, o.job_number as "jobNumber", o.po_number as "poNumber", o.line_no as "lineNo", o.supplier_site_id as "supplierSiteId", s.counterparty_code as "counterpartyCode",
  s.maker_name as "makerName", s.factory_name as "factoryName", b.name as "buyerName", b.name_en as "buyerNameEn", o.governing_document as "governingDocument",
  o.secure_requirement as "secureRequirement", o.no_requirement_reason as "noRequirementReason", o.contract_form as "contractForm", r.id as "agreementRequestId",
  r.number as "agreementNumber", o.item_name as "itemName", o.model, o.quantity::float8 as quantity, o.unit, o.ordered_on as "orderedOn", o.due_on as "dueOn",
  o.delivery_place as "deliveryPlace", o.inspection_due_on as "inspectionDueOn", o.amount::float8 as amount, o.payment_terms_days as "paymentTermsDays", o.criticality,
  ${STATE} as state, coalesce(l.lots, 0) as lots, coalesce(l.delivered, 0)::float8 as "receivedQuantity", ${DELIVERY_LATE} as "deliveryLate",
  ${INSPECTION_LATE} as "inspectionLate", o.version`;
const ORDER: Readonly<Record<string, string>> = { po: 'o.po_number', supplier: 's.maker_name', ordered: 'o.ordered_on', due: 'o.due_on', inspection: 'o.inspection_due_on', item: 'o.item_name' };

/** Order lines with what the lots made of them, from either side. */
@Injectable()
export class OrderLedger {
  async page(tx: TenantTx, query: OrderLedgerQuery): Promise<{ readonly rows: readonly OrderLedgerLine[]; readonly total: number }> {
    const asked = [query.side, query.today, query.pattern, query.state, query.siteId, query.secure, query.late, query.ids];
    const [count] = await tx.query<{ total: number }>(`select count(*)::int as total ${FROM} where ${WHERE}`, asked);
    const rows = await tx.query<OrderLedgerLine>(`select ${COLUMNS} ${FROM} where ${WHERE} order by ${orderOf(query)} limit $9 offset $10`, [...asked, query.limit, query.offset]);
    return { rows, total: count?.total ?? 0 };
  }
}

/** Newest orders first unless asked otherwise. Only names of this list reach the statement. */
function orderOf({ sort, descending }: OrderLedgerQuery): string {
  const by = sort === null ? undefined : ORDER[sort];
  return `${by ? `${by} ${descending ? 'desc' : 'asc'} nulls last, ` : ''}o.ordered_on desc, o.po_number, o.line_no, o.id`;
}
