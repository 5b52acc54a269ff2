import { Injectable } from '@nestjs/common';
import type { Delivery } from '@libs/delivery';
import { newId } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { Inspection } from './inspection.js';
import type { InspectionRow } from './inspection.js';
import type { InspectionStatement } from './inspection.document.js';
import { Inspections } from './inspections.queries.js';
import type { RecordedResult, ResultEvidence } from './results.rules.js';
import type { SignOffStep } from './sign-off.rules.js';

@Injectable()
export class InspectionsRepository {
  constructor(private readonly queries: Inspections) {}

  /** Locked until the transaction ends: two people cannot sign the same step. */
  async locked(tx: TenantTx, id: string): Promise<Inspection> {
    await tx.lock('inspection', id);
    const { results, files, signOffs, statement, ...row } = await this.queries.byId(tx, id);
    const { inspectors, receiver } = await this.queries.hands(tx, id);
    const [delivery] = await tx.query<{ returned: boolean }>('select returned_at is not null as returned from app.delivery where id = $1', [row.lot.deliveryId]);
    return new Inspection({
      row, results, files, recorders: inspectors, signOffs, statement, receiver: receiver ?? { personKey: null, memberId: null }, returned: delivery?.returned ?? false,
    });
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
         checked_on = excluded.checked_on, recorded_by = excluded.recorded_by,
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
      `insert into app.inspection_statement (inspection_id, buyer_organization_id, canonical, sha256, verdict, inspected_on, judged_at, round)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [statement.inspectionId, tx.organizationId, canonical, sha256, statement.verdict, statement.inspectedOn, statement.judgedAt, statement.round ?? 1]);
    for (const item of statement.items.filter(({ code }) => statement.unmet.includes(code))) {
      await tx.query(
        `insert into app.nonconformity (id, buyer_organization_id, inspection_id, item_key, item_code, title, description, found_on, found_by, round)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [newId(), tx.organizationId, statement.inspectionId, item.key, item.code, JSON.stringify(item.title), item.note ?? '', item.checkedOn, item.checkedBy,
          statement.round ?? 1]);
    }
  }

  /** Adds files to an item, or (null) to the whole; one that was taken away comes back. */
  async attach(tx: TenantTx, inspectionId: string, itemKey: string | null, files: readonly (ResultEvidence & { organizationId: string; byteSize: number })[], at: Date): Promise<void> {
    const { name, memberId } = tx.actor;
    for (const file of files) {
      await tx.query(
        `insert into app.inspection_file (inspection_id, buyer_organization_id, kind, item_key, evidence_id, evidence_organization_id, file_name, sha256, byte_size,
           attached_by, attached_by_member_id, attached_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         on conflict (inspection_id, item_key, evidence_id) do update set detached_by = null, detached_at = null`,
        [inspectionId, tx.organizationId, itemKey === null ? 'worksheet' : 'item', itemKey ?? '', file.id, file.organizationId, file.fileName, file.sha256,
          file.byteSize, name, memberId, at]);
    }
  }

  /** The name of the file that is no longer part of it; undefined where there was none. */
  async detach(tx: TenantTx, inspectionId: string, itemKey: string | null, evidenceId: string, at: Date): Promise<string | undefined> {
    const [row] = await tx.query<{ fileName: string }>(
      `update app.inspection_file set detached_by = $4, detached_at = $5
        where inspection_id = $1 and item_key = $2 and evidence_id = $3 and detached_at is null returning file_name as "fileName"`,
      [inspectionId, itemKey ?? '', evidenceId, tx.actor.name, at]);
    return row?.fileName;
  }

  /** Ends the round: the judgement stays, the inspector may change the results again. */
  async sendBack(tx: TenantTx, { id, round }: Pick<InspectionRow, 'id' | 'round'>, statementSha256: string, reason: string, at: Date): Promise<void> {
    const { actor } = tx;
    await tx.query(
      `insert into app.inspection_return (inspection_id, buyer_organization_id, round, statement_sha256, reason, returned_by, returned_by_department,
         returned_by_member_id, returned_by_person_key, returned_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, tx.organizationId, round, statementSha256, reason, actor.name, actor.department, actor.memberId, actor.personKey, at]);
    await tx.query('update app.inspection set round = $2 where id = $1', [id, round + 1]);
  }

  async sign(tx: TenantTx, inspectionId: string, step: SignOffStep, statementSha256: string, at: Date): Promise<void> {
    const { actor } = tx;
    await tx.query(
      `insert into app.inspection_sign_off (inspection_id, buyer_organization_id, step, name, department, member_id, person_key, method, at, statement_sha256, round)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, (select round from app.inspection where id = $1))`,
      [inspectionId, tx.organizationId, step, actor.name, actor.department, actor.memberId, actor.personKey, actor.stepUp?.method ?? 'session', at, statementSha256]);
  }

  /** From now on the supplier sees it, and has been told what does not conform. */
  async release(tx: TenantTx, inspectionId: string, at: Date): Promise<void> {
    await tx.query('update app.inspection set released_at = $2 where id = $1', [inspectionId, at]);
    await tx.query('update app.nonconformity set notified_at = $2 where inspection_id = $1 and round = (select round from app.inspection where id = $1)', [inspectionId, at]);
  }
}
