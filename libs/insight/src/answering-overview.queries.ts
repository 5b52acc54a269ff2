import { Injectable } from '@nestjs/common';
import type { Conditional, Facts } from '@pure/catalog';
import { effectiveFacts } from '@pure/request';
import type { FactsCorrection, RequestState } from '@pure/request';
import type { MemberId, TenantTx } from '@platform/tenancy';
import { progressOf } from './answering.rules.js';
import type { AnsweringLine, AnsweringStage } from './answering.rules.js';
import { REQUEST_JOINS, REQUEST_STATE } from './request-state.queries.js';

export interface AnsweringSearch {
  /** Pattern for `ilike`, or empty. */
  readonly pattern: string;
  readonly stage: AnsweringStage | null;
  readonly late: boolean;
  /** Only what is handed to this member. */
  readonly heldBy: MemberId | null;
  readonly sort: 'due' | 'number' | 'sent' | null;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

interface Row extends Omit<AnsweringLine, 'buyer' | 'asked' | 'answered' | 'late'> {
  readonly buyerName: string | null;
  readonly buyerNameEn: string | null;
  readonly facts: Facts;
  readonly corrections: readonly (Omit<FactsCorrection, 'at'> & { at: string })[];
  readonly requirements: readonly (Conditional & { readonly key: string })[];
  readonly answeredKeys: readonly string[];
  readonly late: boolean;
  readonly total: number;
}

const LINES = `select r.id, r.number, r.due_on, r.sent_at, r.facts, r.specification_edition_id, ${REQUEST_STATE} as state,
    q.id as response_id, s.id as statement_id, x.signed_at, e.document -> 'title' as title, o.name as buyer_name, o.name_en as buyer_name_en
  from app.security_request r
  ${REQUEST_JOINS}
  left join app.response q on q.request_id = r.id
  left join app.attestation x on x.statement_id = s.id
  left join app.specification_edition e on e.id = r.specification_edition_id
  left join app.organization o on o.id = r.buyer_organization_id
  where r.supplier_organization_id = $1
    and ($2 = '' or r.number ilike $2 or e.document -> 'title' ->> 'ja' ilike $2 or e.document -> 'title' ->> 'en' ilike $2 or o.name ilike $2 or o.name_en ilike $2)
    and ($3::uuid is null or exists (select from app.response_assignment h where h.response_id = q.id and h.member_id = $3 and h.withdrawn_at is null))`;

const STAGES: Readonly<Record<AnsweringStage, string>> = {
  todo: `state in ('sent', 'acknowledged', 'answering', 'returned')`, sign: `state = 'submitted' and signed_at is null`,
  buyer: `(state = 'under_review' or (state = 'submitted' and signed_at is not null))`, agreed: `state = 'agreed'`, withdrawn: `state = 'withdrawn'`,
};
const LATE = `state in ('sent', 'acknowledged', 'answering', 'returned') and due_on < $4::date`;
const ORDERS = { due: 'due_on', number: 'number', sent: 'sent_at' } as const;

/** What this organisation is asked, by request: read for its list. */
@Injectable()
export class AnsweringOverview {
  /** What is to be done first, nearest due day first, unless sorted otherwise. `today` is a day, 'YYYY-MM-DD'. */
  async list(tx: TenantTx, search: AnsweringSearch, today: string): Promise<{ readonly lines: AnsweringLine[]; readonly total: number }> {
    const { stage, late, sort, descending } = search;
    const where = [stage ? STAGES[stage] : 'true', late ? LATE : 'true'].join(' and ');
    const order = sort ? `${ORDERS[sort]} ${descending ? 'desc' : 'asc'}` : `(${STAGES.todo}) desc, (${STAGES.sign}) desc, (${STAGES.buyer}) desc, due_on`;
    const rows = await tx.query<Row>(
      `with stated as (${LINES}),
         page as (select *, ${LATE} as late, count(*) over ()::int as total from stated where ${where} order by ${order}, sent_at desc, id limit $5 offset $6)
       select p.id, p.number, p.due_on as "dueOn", p.sent_at as "sentAt", p.state, p.late, p.response_id as "responseId", p.statement_id as "statementId",
         p.signed_at as "signedAt", p.title, p.buyer_name as "buyerName", p.buyer_name_en as "buyerNameEn", p.facts, p.total,
         coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'facts', c.facts, 'at', c.corrected_at)) from app.request_facts_correction c where c.request_id = p.id), '[]') as corrections,
         coalesce((select jsonb_agg(jsonb_build_object('key', q ->> 'key', 'necessity', q ->> 'necessity', 'condition', q ->> 'condition'))
           from app.specification_edition e, jsonb_array_elements(e.document -> 'requirements') q where e.id = p.specification_edition_id), '[]') as requirements,
         array(select n.requirement_key from app.answer n where n.response_id = p.response_id and n.kind is not null) as "answeredKeys"
       from page p order by ${order}, p.sent_at desc, p.id`,
      [tx.organizationId, search.pattern, search.heldBy, today, search.limit, search.offset]);
    return { lines: rows.map(lineOf), total: rows[0]?.total ?? 0 };
  }

  /** The newest request that still waits for an answer: where somebody who has just joined goes. */
  async newestOpen(tx: TenantTx): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `select r.id from app.security_request r left join app.response p on p.request_id = r.id
       where r.supplier_organization_id = $1 and r.withdrawn_at is null and coalesce(p.submissions, 0) = 0 order by p.id is null desc, r.sent_at desc, r.id desc limit 1`, [tx.organizationId]);
    return row?.id ?? null;
  }
}

function lineOf({ buyerName, buyerNameEn, facts, corrections, requirements, answeredKeys, total: _, ...row }: Row): AnsweringLine {
  const now = effectiveFacts(facts, corrections.map((one) => ({ ...one, at: new Date(one.at) })));
  return { ...row, state: row.state as RequestState, buyer: { ja: buyerName ?? '', en: buyerNameEn ?? buyerName ?? '' }, ...progressOf(requirements, now, answeredKeys) };
}
