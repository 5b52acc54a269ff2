import { Injectable } from '@nestjs/common';
import { notFound } from '@platform/errors';
import type { MemberId, OrganizationId, TenantTx } from '@platform/tenancy';
import type { AnnouncementId, DeliveryId, LotContent } from './delivery.rules.js';
import { deliveryState } from './delivery.states.js';
import type { DeliveryState } from './delivery.states.js';

export interface Delivery extends LotContent {
  readonly id: DeliveryId;
  readonly buyerOrganizationId: OrganizationId;
  readonly supplierOrganizationId: OrganizationId | null;
  readonly orderLineId: string;
  readonly announcementId: string | null;
  readonly installmentNo: number;
  readonly unit: string;
  /** 受領日 */
  readonly receivedOn: string;
  readonly receivedAt: Date;
  readonly receivedBy: string;
  readonly receivedByDepartment: string | null;
  readonly receivedByMemberId: MemberId | null;
  readonly receivedByPersonKey: string | null;
  /** 支払期日: from the day of receipt, whatever inspection says. */
  readonly paymentDueOn: string;
  /** Of the approved inspection. */
  readonly verdict: 'passed' | 'rejected' | null;
  /** 検査完了日 */
  readonly inspectedOn: string | null;
  /** 検収日 */
  readonly acceptedOn: string | null;
  readonly returnedOn: string | null;
  readonly returnedAt: Date | null;
  readonly returnedBy: string | null;
  readonly returnReason: string | null;
  readonly state: DeliveryState;
}

export interface Announcement extends LotContent {
  readonly id: AnnouncementId;
  readonly buyerOrganizationId: OrganizationId;
  readonly supplierOrganizationId: OrganizationId;
  readonly orderLineId: string;
  readonly arrivesOn: string | null;
  readonly announcedBy: string;
  readonly announcedAt: Date;
}

/** The paper that came with the lot, as it was kept. */
export interface DeliveryDocument {
  readonly id: string; readonly fileName: string; readonly sha256: string; /** Bytes. */ readonly byteSize: number; readonly attachedBy: string; readonly attachedAt: Date;
}

export interface DeliveryFilter { readonly orderLineId?: string; readonly receivedFrom?: string; readonly receivedTo?: string; readonly withoutVerdict?: boolean; readonly limit?: number }

const LOT = 'note_number as "noteNumber", quantity::float8 as quantity, installments_total as "installmentsTotal", serials, versions';
const PAIR = 'buyer_organization_id as "buyerOrganizationId", supplier_organization_id as "supplierOrganizationId", order_line_id as "orderLineId"';
const COLUMNS = `id, ${PAIR}, ${LOT}, announcement_id as "announcementId", installment_no as "installmentNo", unit, received_on as "receivedOn",
  received_at as "receivedAt", received_by as "receivedBy", received_by_department as "receivedByDepartment",
  received_by_member_id as "receivedByMemberId", received_by_person_key as "receivedByPersonKey", payment_due_on as "paymentDueOn", verdict,
  inspected_on as "inspectedOn", accepted_on as "acceptedOn", returned_on as "returnedOn", returned_at as "returnedAt", returned_by as "returnedBy",
  return_reason as "returnReason"`;
const ANNOUNCED = `id, ${PAIR}, ${LOT}, arrives_on as "arrivesOn", announced_by as "announcedBy", announced_at as "announcedAt"`;

type Row = Omit<Delivery, 'state'>;
const complete = (row: Row): Delivery => ({ ...row, state: deliveryState(row) });

@Injectable()
export class Deliveries {
  async byId(tx: TenantTx, id: string): Promise<Delivery> {
    const [row] = await tx.query<Row>(`select ${COLUMNS} from app.delivery where id = $1`, [id]);
    if (!row) throw notFound('delivery');
    return complete(row);
  }

  /** Newest receipt first. `withoutVerdict`: what was received and not yet judged, the month-end list of receipts without acceptance. */
  async list(tx: TenantTx, filter: DeliveryFilter = {}): Promise<Delivery[]> {
    const rows = await tx.query<Row>(
      `select ${COLUMNS} from app.delivery
        where ($1::uuid is null or order_line_id = $1) and ($2::date is null or received_on >= $2) and ($3::date is null or received_on <= $3)
          and (not $4::boolean or (verdict is null and returned_at is null))
        order by received_on desc, installment_no desc, id limit $5`,
      [filter.orderLineId ?? null, filter.receivedFrom ?? null, filter.receivedTo ?? null, filter.withoutVerdict ?? false, filter.limit ?? 500]);
    return rows.map(complete);
  }

  async announcement(tx: TenantTx, id: string): Promise<Announcement> {
    const [row] = await tx.query<Announcement>(`select ${ANNOUNCED} from app.delivery_announcement where id = $1`, [id]);
    if (!row) throw notFound('delivery_announcement');
    return row;
  }

  /** Photos and scans of the paper delivery note; the buyer's own. */
  async documents(tx: TenantTx, deliveryId: string): Promise<DeliveryDocument[]> {
    return tx.query<DeliveryDocument>(
      `select evidence_id as id, file_name as "fileName", sha256, byte_size::float8 as "byteSize", attached_by as "attachedBy", attached_at as "attachedAt"
         from app.delivery_document where delivery_id = $1 order by attached_at, evidence_id`, [deliveryId]);
  }

  /** Announced and not yet received. */
  async expected(tx: TenantTx, orderLineId?: string): Promise<Announcement[]> {
    return tx.query<Announcement>(
      `select ${ANNOUNCED} from app.delivery_announcement a
        where ($1::uuid is null or order_line_id = $1) and not exists (select from app.delivery d where d.announcement_id = a.id)
        order by arrives_on nulls last, announced_at, id`, [orderLineId ?? null]);
  }
}
