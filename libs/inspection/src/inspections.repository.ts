import { Injectable } from '@nestjs/common';
import type { Delivery } from '@libs/delivery';
import { newId } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { Inspection } from './inspection.js';
import type { InspectionRow } from './inspection.js';
import type { InspectionStatement } from './inspection.document.js';
import { Inspections } from './inspections.queries.js';
import type { RecordedResult } from './results.rules.js';
import type { Person, SignOffStep } from './sign-off.rules.js';

@Injectable()
export class InspectionsRepository {
  constructor(private readonly queries: Inspections) {}

  /** Locked until the transaction ends: two people cannot sign the same step. */
  async locked(tx: TenantTx, id: string): Promise<Inspection> {
    await tx.lock('inspection', id);
    const { results, signOffs, statement, ...row } = await this.queries.byId(tx, id);
    const recorders = await tx.query<Person>(
      'select person_key as "personKey", member_id as "memberId" from app.inspection_recorder where inspection_id = $1', [id]);
    const [delivery] = await tx.query<Person & { returned: boolean }>(
      `select received_by_person_key as "personKey", received_by_member_id as "memberId", returned_at is not null as returned
         from app.delivery where id = $1`, [row.lot.deliveryId]);
    const { returned = false, ...receiver } = delivery ?? { personKey: null, memberId: null };
    return new Inspection({ row, results, recorders, signOffs, statement, receiver, returned });
  }

  /** False when the lot has an inspection already. */
  async open(tx: TenantTx, row: InspectionRow, delivery: Delivery): Promise<boolean> {
    const rows = await tx.query(
      `insert into app.inspection (id, buyer_organization_id, supplier_organization_id, order_line_id, delivery_id, kind, agreement_id, lot, basis,
         criticality, three_persons, facts, items, opened_by, opened_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict (delivery_id) do nothing returning id`,
      [row.id, row.buyerOrganizationId, row.supplierOrganizationId, delivery.orderLineId, delivery.id, row.kind, row.basis.agreement?.id ?? null,
        JSON.stringify(row.lot), JSON.stringify(row.basis), row.criticality, row.threePersons, JSON.stringify(row.facts), JSON.stringify(row.items),
        tx.actor.name, row.openedAt]);
    return rows.length === 1;
  }

  async record(tx: TenantTx, inspectionId: string, result: RecordedResult, at: Date): Promise<void> {
    const { recordedBy, recordedByPersonKey, recordedByMemberId } = result;
    await tx.query(
      `insert into app.inspection_result (inspection_id, buyer_organization_id, item_key, method, result, note, checked_on, evidence, recorded_by,
         recorded_by_person_key, recorded_by_member_id, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (inspection_id, item_key) do update set method = excluded.method, result = excluded.result, note = excluded.note,
         checked_on = excluded.checked_on, evidence = excluded.evidence, recorded_by = excluded.recorded_by,
         recorded_by_person_key = excluded.recorded_by_person_key, recorded_by_member_id = excluded.recorded_by_member_id, recorded_at = excluded.recorded_at`,
      [inspectionId, tx.organizationId, result.itemKey, result.method, result.result, result.note, result.checkedOn, JSON.stringify(result.evidence),
        recordedBy, recordedByPersonKey, recordedByMemberId, at]);
    await tx.query(
      `insert into app.inspection_recorder (inspection_id, buyer_organization_id, person_key, member_id) values ($1, $2, $3, $4) on conflict do nothing`,
      [inspectionId, tx.organizationId, recordedByPersonKey, recordedByMemberId]);
  }

  /** The frozen statement, and one nonconformity for each deciding item that is not met. */
  async freeze(tx: TenantTx, statement: InspectionStatement, canonical: string, sha256: string): Promise<void> {
    await tx.query(
      `insert into app.inspection_statement (inspection_id, buyer_organization_id, canonical, sha256, verdict, inspected_on, judged_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [statement.inspectionId, tx.organizationId, canonical, sha256, statement.verdict, statement.inspectedOn, statement.judgedAt]);
    for (const item of statement.items.filter(({ code }) => statement.unmet.includes(code))) {
      await tx.query(
        `insert into app.nonconformity (id, buyer_organization_id, inspection_id, item_key, item_code, title, description, found_on, found_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [newId(), tx.organizationId, statement.inspectionId, item.key, item.code, JSON.stringify(item.title), item.note ?? '', item.checkedOn, item.checkedBy]);
    }
  }

  async sign(tx: TenantTx, inspectionId: string, step: SignOffStep, statementSha256: string, at: Date): Promise<void> {
    const { actor } = tx;
    await tx.query(
      `insert into app.inspection_sign_off (inspection_id, buyer_organization_id, step, name, department, member_id, person_key, method, at, statement_sha256)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [inspectionId, tx.organizationId, step, actor.name, actor.department, actor.memberId, actor.personKey, actor.stepUp?.method ?? 'session', at, statementSha256]);
  }

  /** From now on the supplier sees it, and has been told what does not conform. */
  async release(tx: TenantTx, inspectionId: string, at: Date): Promise<void> {
    await tx.query('update app.inspection set released_at = $2 where id = $1', [inspectionId, at]);
    await tx.query('update app.nonconformity set notified_at = $2 where inspection_id = $1', [inspectionId, at]);
  }
}
