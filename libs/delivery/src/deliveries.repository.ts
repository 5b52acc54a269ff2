import { Injectable } from '@nestjs/common';
import type { EvidenceFile } from '@libs/evidence';
import type { OrderLine } from '@libs/order';
import type { TenantTx } from '@platform/tenancy';
import type { AnnouncementId, DeliveryId, Installment, LotContent } from './delivery.rules.js';

export interface Receipt {
  readonly id: DeliveryId;
  readonly lot: LotContent;
  readonly installment: Installment;
  readonly announcementId: string | null;
  readonly receivedOn: string;
  readonly paymentDueOn: string;
  readonly at: Date;
}

export interface LotOutcome { readonly verdict: 'passed' | 'rejected'; readonly inspectedOn: string; readonly acceptedOn: string | null }

@Injectable()
export class DeliveriesRepository {
  /** False when this line has an announcement with that delivery note number already. */
  async announce(tx: TenantTx, id: AnnouncementId, line: OrderLine, lot: LotContent, arrivesOn: string | null, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `insert into app.delivery_announcement (id, buyer_organization_id, supplier_organization_id, order_line_id, note_number, quantity,
         installments_total, serials, versions, arrives_on, announced_by, announced_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (order_line_id, note_number) do nothing returning id`,
      [id, line.buyerOrganizationId, tx.organizationId, line.id, lot.noteNumber, lot.quantity, lot.installmentsTotal, JSON.stringify(lot.serials),
        JSON.stringify(lot.versions), arrivesOn, tx.actor.name, at]);
    return rows.length === 1;
  }

  async receive(tx: TenantTx, line: OrderLine, { id, lot, installment, announcementId, receivedOn, paymentDueOn, at }: Receipt): Promise<void> {
    const { actor } = tx;
    await tx.query(
      `insert into app.delivery (id, buyer_organization_id, supplier_organization_id, order_line_id, announcement_id, note_number, installment_no,
         installments_total, quantity, unit, serials, versions, received_on, received_at, received_by, received_by_department,
         received_by_member_id, received_by_person_key, payment_due_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
      [id, line.buyerOrganizationId, line.supplierOrganizationId, line.id, announcementId, lot.noteNumber, installment.no, installment.total,
        lot.quantity, line.unit, JSON.stringify(lot.serials), JSON.stringify(lot.versions), receivedOn, at, actor.name, actor.department,
        actor.memberId, actor.personKey, paymentDueOn]);
  }

  /** Receipts of a line so far, returned ones included: their numbers are not used again. */
  async receipts(tx: TenantTx, orderLineId: string): Promise<{ noteNumber: string; returned: boolean }[]> {
    return tx.query(`select note_number as "noteNumber", returned_at is not null as returned from app.delivery where order_line_id = $1`, [orderLineId]);
  }

  async addDocument(tx: TenantTx, deliveryId: string, file: Pick<EvidenceFile, 'id' | 'fileName' | 'sha256' | 'byteSize'>, at: Date): Promise<void> {
    await tx.query(
      `insert into app.delivery_document (delivery_id, buyer_organization_id, evidence_id, file_name, sha256, byte_size, attached_by, attached_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (delivery_id, evidence_id) do nothing`,
      [deliveryId, tx.organizationId, file.id, file.fileName, file.sha256, file.byteSize, tx.actor.name, at]);
  }

  async returned(tx: TenantTx, id: string, day: string, reason: string, at: Date): Promise<void> {
    await tx.query('update app.delivery set returned_on = $2, returned_at = $3, returned_by = $4, return_reason = $5 where id = $1',
      [id, day, at, tx.actor.name, reason]);
  }

  async outcome(tx: TenantTx, id: string, { verdict, inspectedOn, acceptedOn }: LotOutcome): Promise<void> {
    await tx.query('update app.delivery set verdict = $2, inspected_on = $3, accepted_on = $4 where id = $1', [id, verdict, inspectedOn, acceptedOn]);
  }
}
