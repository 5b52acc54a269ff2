import { Injectable } from '@nestjs/common';
import type { Facts } from '@pure/catalog';
import type { Criticality } from '@pure/specification';
import { notFound } from '@platform/errors';
import type { OrganizationId, TenantTx } from '@platform/tenancy';
import { effectiveCriticality } from './criticality.rules.js';
import type { OrderLineId, OrderTerms } from './order.rules.js';

export interface OrderLine extends OrderTerms {
  readonly id: OrderLineId;
  readonly buyerOrganizationId: OrganizationId;
  /** Null while nobody has joined for the factory. */
  readonly supplierOrganizationId: OrganizationId | null;
  readonly supplierSiteId: string;
  readonly specCriticality: Criticality | null;
  /** The higher of specification and line; what the inspection goes by. */
  readonly effectiveCriticality: Criticality;
  readonly agreementId: string | null;
  /** Of a draft: what it is to be placed under. */
  readonly plannedAgreementId: string | null;
  /** Received and not returned. */
  readonly receivedQuantity: number;
  readonly state: 'draft' | 'ordered' | 'cancelled';
  readonly registeredBy: string;
  readonly placedBy: string | null;
  readonly placedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string | null;
  readonly version: number;
}

export interface OrderLineFilter {
  readonly supplierSiteId?: string;
  readonly state?: OrderLine['state'];
  readonly agreementId?: string;
  readonly orderedFrom?: string;
  readonly orderedTo?: string;
  /** At most so many, newest order first; 500 unless told otherwise. */
  readonly limit?: number;
}

const COLUMNS = `id, buyer_organization_id as "buyerOrganizationId", supplier_organization_id as "supplierOrganizationId",
  supplier_site_id as "supplierSiteId", job_number as "jobNumber", po_number as "poNumber", line_no as "lineNo",
  governing_document as "governingDocument", secure_requirement as "secureRequirement", no_requirement_reason as "noRequirementReason",
  contract_form as "contractForm", item_name as "itemName", model,
  quantity::float8 as quantity, received_quantity::float8 as "receivedQuantity", unit, ordered_on as "orderedOn", due_on as "dueOn",
  delivery_place as "deliveryPlace", inspection_due_on as "inspectionDueOn", amount::float8 as amount, payment_terms_days as "paymentTermsDays",
  criticality, spec_criticality as "specCriticality", facts, agreement_id as "agreementId", state, registered_by as "registeredBy",
  placed_by as "placedBy", placed_at as "placedAt", cancelled_at as "cancelledAt", cancel_reason as "cancelReason", planned_agreement_id as "plannedAgreementId", version`;

type Row = Omit<OrderLine, 'effectiveCriticality' | 'facts'> & { readonly facts: Facts | null };
const complete = (row: Row): OrderLine => ({ ...row, effectiveCriticality: effectiveCriticality(row.specCriticality, row.criticality) });

@Injectable()
export class OrderLines {
  /** @throws not_found for a stranger's line, and for a supplier while it is a draft. */
  async byId(tx: TenantTx, id: string): Promise<OrderLine> {
    const [row] = await tx.query<Row>(`select ${COLUMNS} from app.order_line where id = $1`, [id]);
    if (!row) throw notFound('order_line');
    return complete(row);
  }

  async list(tx: TenantTx, filter: OrderLineFilter = {}): Promise<OrderLine[]> {
    const rows = await tx.query<Row>(
      `select ${COLUMNS} from app.order_line
        where ($1::uuid is null or supplier_site_id = $1) and ($2::text is null or state = $2) and ($3::uuid is null or agreement_id = $3)
          and ($4::date is null or ordered_on >= $4) and ($5::date is null or ordered_on <= $5)
        order by ordered_on desc, po_number, line_no, id limit $6`,
      [filter.supplierSiteId ?? null, filter.state ?? null, filter.agreementId ?? null, filter.orderedFrom ?? null, filter.orderedTo ?? null, filter.limit ?? 500]);
    return rows.map(complete);
  }

  /** Every line of one's own ledger as an import compares it; the whole ledger, because a number may be spelled in another width. */
  async own(tx: TenantTx): Promise<OrderLine[]> {
    const rows = await tx.query<Row>(`select ${COLUMNS} from app.order_line where buyer_organization_id = $1`, [tx.organizationId]);
    return rows.map(complete);
  }
}
