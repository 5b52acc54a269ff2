import { Injectable } from '@nestjs/common';
import type { Bilingual } from '@pure/catalog';
import type { Respondent } from '@pure/request';
import type { TenantTx } from '@platform/tenancy';
import { BUYER_JOINS, REQUEST_JOINS, REQUEST_STATE, WAITS_FOR_SUPPLIER } from './request-state.queries.js';
import type { RequestFacts, StateCount } from './request-lines.rules.js';

interface Row extends Omit<RequestFacts, 'buyer' | 'title'> { readonly buyerName: string | null; readonly buyerNameEn: string | null; readonly title: Bilingual | null; readonly respondent: Respondent }
/** The requests that are worth a line, and how many there are altogether. */
export interface RequestDigest { readonly lines: readonly RequestFacts[]; readonly counts: readonly StateCount[] }

const SQL = `select r.id, r.number, r.due_on as "dueOn", r.sent_at as "sentAt", r.withdrawn_at as "withdrawnAt", r.respondent,
    a.acknowledged_at as "acknowledgedAt", g.agreed_at as "agreedAt", p.started_at as "answeringSince", p.asked, p.answered,
    s.id as "statementId", s.revision, s.submitted_at as "submittedAt", coalesce(l.released_at, s.proxied_at) as "releasedAt", t.returned_at as "returnedAt",
    x.signed_at as "signedAt", e.document -> 'title' as title, o.name as "buyerName", o.name_en as "buyerNameEn"
  from app.security_request r
  ${REQUEST_JOINS}
  left join app.attestation x on x.statement_id = s.id
  left join app.specification_edition e on e.id = r.specification_edition_id
  left join app.organization o on o.id = r.buyer_organization_id`;

/** What the next step of either side is about, most urgent first; what is late; the newest. */
const DIGEST = (side: 'buyer' | 'supplier'): string => `with line as materialized (
    select r.id, r.due_on, r.sent_at, ${REQUEST_STATE} as state from app.security_request r ${side === 'buyer' ? BUYER_JOINS : REQUEST_JOINS}
    where r.${side}_organization_id = $1),
  marked as materialized (select *, state in ${WAITS_FOR_SUPPLIER} and due_on < $2 as late from line),
  picked as (
    (select id from marked where ${side === 'buyer' ? `state = 'under_review'` : `state in ${WAITS_FOR_SUPPLIER} or state = 'submitted'`} order by due_on, sent_at limit $3)
    union (select id from marked where late order by due_on, sent_at limit $3)
    union (select id from marked order by sent_at desc, id desc limit $3))
  select (select coalesce(jsonb_agg(c), '[]') from (select state, count(*)::int as count, (count(*) filter (where late))::int as late from marked group by state) c) as counts,
    array(select id from picked) as ids`;

/** Requests with everything both sides did about them, as far as the asking side may see it. */
@Injectable()
export class RequestsOverview {
  /** What a home page says about them: `limit` of each list, and the counts of all. `today` is a day of the asking organisation. */
  async digest(tx: TenantTx, side: 'buyer' | 'supplier', today: string, limit = 20): Promise<RequestDigest> {
    const [found] = await tx.query<{ counts: StateCount[]; ids: string[] }>(DIGEST(side), [tx.organizationId, today, limit]);
    if (!found || found.ids.length === 0) return { lines: [], counts: [] };
    const rows = await tx.query<Row>(`${SQL} where r.id = any ($1::uuid[]) order by r.sent_at desc, r.id desc`, [found.ids]);
    return { lines: rows.map(factsOf), counts: found.counts };
  }

  async byId(tx: TenantTx, id: string): Promise<RequestFacts | undefined> {
    const [row] = await tx.query<Row>(`${SQL} where r.id = $1`, [id]);
    return row && factsOf(row);
  }
}

function factsOf({ buyerName, buyerNameEn, ...row }: Row): RequestFacts {
  return { ...row, buyer: { ja: buyerName ?? '', en: buyerNameEn ?? buyerName ?? '' } };
}
