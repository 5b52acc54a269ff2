import type { Client } from 'pg';
import type { Journey } from '../support/journey.js';
import { START } from '../support/platform.js';

const HASH = 'a'.repeat(64);
const ID = '00000000-0000-7000-9000-00000000000a';

/** One row each for the tables that the journey leaves empty; foreign keys are off, checks are not. */
export async function fillEmptyTables(superuser: Client, { buyer, supplier, requestId, responseId, takahashi, sato, first, goodInspectionId, orderLineId, evidence, goodLotId }: Journey): Promise<void> {
  const { rows: [event] } = await superuser.query<{ id: string }>('select id from app.audit_event where organization_id = $1 limit 1', [buyer]);
  const rows: Readonly<Record<string, object>> = {
    catalog: { id: ID, organization_id: buyer, key: 'own', title: {}, publisher: {} },
    catalog_edition: {
      id: ID, organization_id: buyer, catalog_id: ID, key: 'own', edition: '1', status: 'final', title: {}, document: { key: 'own', edition: '1', status: 'final' }, sha256: HASH, published_at: START,
    },
    crosswalk: { id: ID, organization_id: buyer, key: 'own', edition: '1', status: 'final', title: {}, document: { key: 'own', edition: '1', status: 'final' }, sha256: HASH, published_at: START },
    crosswalk_row: {
      crosswalk_id: ID, position: 1, organization_id: buyer, source_edition_id: ID, source_code: '1', target_catalog: 'x', target_edition_id: null, target_code: null,
      relation: 'none', provenance: 'official', rationale: {}, reviewed_by: null,
    },
    specification_file: { edition_id: ID, organization_id: buyer, edition_sha256: HASH, sha256: HASH, byte_size: 1, stored_at: START },
    import_preview: { id: ID, organization_id: buyer, kind: 'supplier', file_name: 'x.csv', plan: { sheets: [], unread: [], rows: [] }, created_by: 'x', created_at: START, committed_by: null, committed_at: null },
    reaction_done: { event_id: event!.id, reaction: 'probe', organization_id: buyer, at: START },
    mail_sent: { organization_id: buyer, event_id: event!.id, reaction: 'probe', recipient: 'a@example.jp', sent_at: START },
    notification: { id: ID, organization_id: buyer, member_id: sato.memberId, kind: 'probe', object_kind: 'request', object_id: requestId, params: {}, created_at: START },
    response_assignment: {
      id: ID, buyer_organization_id: buyer, supplier_organization_id: supplier, response_id: responseId, member_id: takahashi.memberId, requirement_keys: ['meti-factory-checklist:1-1'], assigned_by_name: 'x', assigned_at: START,
    },
    notification_choice: { organization_id: buyer, member_id: sato.memberId, kind: 'request.send', delivery: 'off' },
    notification_digest: { organization_id: buyer, member_id: sato.memberId, day: '2026-11-10', up_to: START },
    response_withdrawal: { statement_id: first.statementId, buyer_organization_id: buyer, supplier_organization_id: supplier, reason: 'x', withdrawn_by_name: 'x', withdrawn_at: START },
    idempotent_answer: { organization_id: buyer, member_id: sato.memberId, key: 'probe', fingerprint: HASH, answer: {}, kept_at: START },
    request_recipient: { id: ID, buyer_organization_id: buyer, request_id: requestId, email: 'a@example.jp', added_by: 'x', added_at: START },
    request_reminder: { id: ID, buyer_organization_id: buyer, request_id: requestId, kind: 'by_hand', due_on: '2026-11-20', reminded_on: '2026-11-10', reminded_by: 'x', reminded_at: START },
    request_bounce: { id: ID, buyer_organization_id: buyer, request_id: requestId, address: 'a@example.jp', reason: 'x', source: 'came_back', recorded_by: 'x', recorded_at: START },
    request_settings: { organization_id: buyer, reminders: true, changed_by: 'x', changed_at: START },
    request_talk: { id: ID, buyer_organization_id: buyer, supplier_organization_id: supplier, request_id: requestId, written_by: buyer, kind: 'price_talk', text: 'x', said_by: 'x', said_at: START },
    certificate_number: { organization_id: buyer, year: 2026, last: 1 },
    certificate: {
      id: ID, buyer_organization_id: buyer, supplier_organization_id: supplier, order_line_id: orderLineId, inspection_id: goodInspectionId, number: 'YMT-2026-0001', year: 2026, sequence: 1,
      code: 'B'.repeat(26), canonical: '{}', sha256: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a', acts: [{}, {}, {}], issued_on: '2026-11-10', prepared_at: START,
      signing_at: START, sealed_at: START, issued_at: START,
    },
    certificate_file: { certificate_id: ID, buyer_organization_id: buyer, sha256: HASH, byte_size: 1, stored_at: START },
    inspection_return: { inspection_id: goodInspectionId, buyer_organization_id: buyer, round: 1, statement_sha256: HASH, reason: 'x', returned_by: 'x', returned_at: START },
    inspection_file: {
      inspection_id: goodInspectionId, buyer_organization_id: buyer, kind: 'worksheet', item_key: '', evidence_id: evidence.id, evidence_organization_id: supplier, file_name: 'x', sha256: HASH, byte_size: 1,
      attached_by: 'x', attached_at: START,
    },
    delivery_document: { delivery_id: goodLotId, buyer_organization_id: buyer, evidence_id: evidence.id, file_name: 'x', sha256: HASH, byte_size: 1, attached_by: 'x', attached_at: START },
    certificate_supersession: decision(buyer), certificate_revocation: { ...decision(buyer), reason_kind: 'other' },
  };
  await superuser.query('set session_replication_role = replica');
  for (const [table, row] of Object.entries(rows)) {
    const { rows: [known] } = await superuser.query<{ known: boolean }>('select to_regclass($1) is not null as known', [`app.${table}`]);
    if (!known!.known) continue;
    const { rows: [own] } = await superuser.query<{ n: number }>(`select count(*)::int as n from app.${table} t where to_jsonb(t) ->> 'organization_id' is not null or to_jsonb(t) ? 'buyer_organization_id'`);
    if (own!.n > 0) continue;
    const list = Object.keys(row).join(', ');
    await superuser.query(`insert into app.${table} (${list}) select ${list} from jsonb_populate_record(null::app.${table}, $1)`, [JSON.stringify(row)]);
  }
}

const decision = (buyer: string): object => ({
  certificate_id: ID, buyer_organization_id: buyer, reason: 'x', decided_by: 'x', decided_by_person_key: 'x', method: 'passkey', decided_at: START,
});
