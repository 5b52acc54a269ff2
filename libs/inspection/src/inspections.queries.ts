import { Injectable } from '@nestjs/common';
import { Statements } from '@libs/response';
import type { StatementAnswer } from '@pure/response';
import type { Bilingual } from '@pure/catalog';
import { notFound } from '@platform/errors';
import type { TenantTx } from '@platform/tenancy';
import { parseInspection } from './inspection.document.js';
import type { InspectionKind, InspectionStatement } from './inspection.document.js';
import type { InspectionId, InspectionRow, SignOff } from './inspection.js';
import type { InspectionState } from './inspection.states.js';
import { evidenceOf } from './results.rules.js';
import type { InspectionFile, RecordedResult } from './results.rules.js';
import type { Hands, Person } from './sign-off.rules.js';
import type { Verdict } from './verdict.rules.js';

export interface InspectionSummary {
  readonly id: InspectionId;
  readonly orderLineId: string;
  readonly deliveryId: string;
  readonly kind: InspectionKind;
  readonly criticality: InspectionRow['criticality'];
  readonly poNumber: string;
  readonly noteNumber: string;
  readonly installmentNo: number;
  readonly receivedOn: string;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly state: InspectionState;
  readonly verdict: Verdict | null;
}

export interface FrozenInspection {
  readonly sha256: string;
  /** The exact text that was hashed. */
  readonly canonical: string;
  readonly document: InspectionStatement;
}

export interface InspectionDetail extends InspectionRow {
  readonly state: InspectionState;
  readonly results: readonly RecordedResult[];
  /** Of items and of the whole; seen by the buyer only. */
  readonly files: readonly InspectionFile[];
  readonly signOffs: readonly SignOff[];
  readonly statement: FrozenInspection | null;
}

export interface InspectionReturn {
  readonly round: number; readonly reason: string; readonly returnedBy: string; readonly returnedByDepartment: string | null; readonly returnedAt: Date;
  readonly statementSha256: string;
}

export interface NonconformityRow {
  readonly id: string; readonly inspectionId: string; readonly itemKey: string; readonly itemCode: string; readonly title: Bilingual;
  readonly description: string; readonly foundOn: string; readonly foundBy: string; readonly notifiedAt: Date | null;
}

const STATE = `case when exists (select from app.inspection_sign_off s where s.inspection_id = i.id and s.round = i.round and s.step = 'approve') then 'approved'
  when exists (select from app.inspection_sign_off s where s.inspection_id = i.id and s.round = i.round and s.step = 'confirm') then 'confirmed'
  when exists (select from app.inspection_sign_off s where s.inspection_id = i.id and s.round = i.round and s.step = 'judge') then 'judged' else 'open' end as state`;
const ROW = `i.id, i.buyer_organization_id as "buyerOrganizationId", i.supplier_organization_id as "supplierOrganizationId", i.kind, i.lot, i.basis,
  i.criticality, i.three_persons as "threePersons", i.facts, i.items, i.opened_at as "openedAt", i.round`;
const SUMMARY = `i.id, i.order_line_id as "orderLineId", i.delivery_id as "deliveryId", i.kind, i.criticality, i.lot ->> 'poNumber' as "poNumber",
  i.lot ->> 'noteNumber' as "noteNumber", (i.lot ->> 'installmentNo')::int as "installmentNo", i.lot ->> 'receivedOn' as "receivedOn",
  i.opened_by as "openedBy", i.opened_at as "openedAt", ${STATE}, (select t.verdict from app.inspection_statement t where t.inspection_id = i.id and t.round = i.round) as verdict`;
const RESULT = `item_key as "itemKey", method, result, note, checked_on as "checkedOn", evidence, recorded_by as "recordedBy",
  recorded_by_person_key as "recordedByPersonKey", recorded_by_member_id as "recordedByMemberId"`;
const FILE = `evidence_id as id, nullif(item_key, '') as "itemKey", file_name as "fileName", sha256, byte_size::float8 as "byteSize", attached_by as "attachedBy",
  attached_at as "attachedAt"`;
const SIGN_OFF = `step, name, department, member_id as "memberId", person_key as "personKey", method, at, statement_sha256 as "statementSha256"`;

@Injectable()
export class Inspections {
  constructor(private readonly responses: Statements) {}

  /** @throws not_found for a stranger's inspection, and for the supplier until it is approved. */
  async byId(tx: TenantTx, id: string): Promise<InspectionDetail> {
    const [row] = await tx.query<InspectionRow & { state: InspectionState }>(`select ${ROW}, ${STATE} from app.inspection i where i.id = $1`, [id]);
    if (!row) throw notFound('inspection');
    const results = await tx.query<RecordedResult>(`select ${RESULT} from app.inspection_result where inspection_id = $1 order by item_key`, [id]);
    const files = await tx.query<InspectionFile>(`select ${FILE} from app.inspection_file where inspection_id = $1 and detached_at is null order by attached_at, evidence_id`, [id]);
    const signOffs = await tx.query<SignOff>(`select ${SIGN_OFF} from app.inspection_sign_off where inspection_id = $1 and round = $2 order by at, step desc`, [id, row.round]);
    const [frozen] = await tx.query<{ sha256: string; canonical: string }>(
      'select sha256, canonical from app.inspection_statement where inspection_id = $1 and round = $2', [id, row.round]);
    const found = results.map((result) => ({ ...result, evidence: evidenceOf(result.itemKey, result.evidence, files) }));
    return { ...row, results: found, files, signOffs, statement: frozen ? { ...frozen, document: parseInspection(frozen.canonical) } : null };
  }

  async ofDelivery(tx: TenantTx, deliveryId: string): Promise<InspectionSummary | undefined> {
    const [row] = await tx.query<InspectionSummary>(`select ${SUMMARY} from app.inspection i where i.delivery_id = $1`, [deliveryId]);
    return row;
  }

  /** Newest first; with `state` what waits for a judgement, a confirmation or an approval. */
  async list(tx: TenantTx, filter: { state?: InspectionState; orderLineId?: string; limit?: number } = {}): Promise<InspectionSummary[]> {
    return tx.query<InspectionSummary>(
      `select * from (select ${SUMMARY} from app.inspection i where $2::uuid is null or i.order_line_id = $2) all_of_them
        where $1::text is null or state = $1 order by "openedAt" desc, id limit $3`,
      [filter.state ?? null, filter.orderLineId ?? null, filter.limit ?? 500]);
  }

  /** What the supplier claimed in the statement that was agreed on, to be read beside the checklist; empty for an observation. */
  async claimedAnswers(tx: TenantTx, id: string): Promise<readonly StatementAnswer[]> {
    const { basis } = await this.byId(tx, id);
    if (basis.response === null) return [];
    return (await this.responses.byId(tx, basis.response.statementId)).document.answers;
  }

  /** What was sent back so far, the newest first. */
  async returns(tx: TenantTx, inspectionId: string): Promise<InspectionReturn[]> {
    return tx.query<InspectionReturn>(
      `select round, reason, returned_by as "returnedBy", returned_by_department as "returnedByDepartment", returned_at as "returnedAt",
         statement_sha256 as "statementSha256" from app.inspection_return where inspection_id = $1 order by round desc`, [inspectionId]);
  }

  /** Who has had a hand in the lot, by what separation of duties is decided; who once judged it stays an inspector of it. */
  async hands(tx: TenantTx, id: string): Promise<Hands> {
    const { signOffs, lot } = await this.byId(tx, id);
    const inspectors = await tx.query<Person>(
      `select person_key as "personKey", member_id as "memberId" from app.inspection_recorder where inspection_id = $1
       union select person_key, member_id from app.inspection_sign_off where inspection_id = $1 and step = 'judge'`, [id]);
    const [receiver] = await tx.query<Person>(
      'select received_by_person_key as "personKey", received_by_member_id as "memberId" from app.delivery where id = $1', [lot.deliveryId]);
    return { inspectors, confirmer: signOffs.find(({ step }) => step === 'confirm') ?? null, receiver: receiver ?? null };
  }

  async nonconformities(tx: TenantTx, inspectionId: string): Promise<NonconformityRow[]> {
    return tx.query<NonconformityRow>(
      `select id, inspection_id as "inspectionId", item_key as "itemKey", item_code as "itemCode", title, description, found_on as "foundOn",
         found_by as "foundBy", notified_at as "notifiedAt" from app.nonconformity n
         where inspection_id = $1 and round = (select i.round from app.inspection i where i.id = n.inspection_id) order by item_code`, [inspectionId]);
  }
}
