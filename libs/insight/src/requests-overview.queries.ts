import { Injectable } from '@nestjs/common';
import type { Bilingual } from '@pure/catalog';
import type { Respondent } from '@pure/request';
import type { TenantTx } from '@platform/tenancy';
import type { RequestFacts } from './request-lines.rules.js';

interface Row extends Omit<RequestFacts, 'buyer' | 'title'> { readonly buyerName: string | null; readonly buyerNameEn: string | null; readonly title: Bilingual | null; readonly respondent: Respondent }

/** A statement that the supplier took back before signing is as if it had not been submitted; a buyer cannot see one anyway. */
const SQL = `select r.id, r.number, r.due_on as "dueOn", r.sent_at as "sentAt", r.withdrawn_at as "withdrawnAt", r.respondent,
    a.acknowledged_at as "acknowledgedAt", g.agreed_at as "agreedAt", p.started_at as "answeringSince",
    s.id as "statementId", s.revision, s.submitted_at as "submittedAt", l.released_at as "releasedAt", t.returned_at as "returnedAt",
    x.signed_at as "signedAt", e.document -> 'title' as title, o.name as "buyerName", o.name_en as "buyerNameEn"
  from app.security_request r
  left join app.request_acknowledgement a on a.request_id = r.id
  left join app.agreement g on g.request_id = r.id
  left join app.response p on p.request_id = r.id
  left join lateral (
    select n.id, n.revision, n.submitted_at from app.response_statement n
    where n.request_id = r.id and not exists (select from app.response_withdrawal w where w.statement_id = n.id)
    order by n.revision desc limit 1) s on true
  left join app.response_release l on l.statement_id = s.id
  left join app.response_return t on t.statement_id = s.id
  left join app.attestation x on x.statement_id = s.id
  left join app.specification_edition e on e.id = r.specification_edition_id
  left join app.organization o on o.id = r.buyer_organization_id`;

/** Requests with everything both sides did about them, as far as the asking side may see it. */
@Injectable()
export class RequestsOverview {
  /** Those that are open, and of the rest the newest; at most `limit`, newest first. */
  async list(tx: TenantTx, side: 'buyer' | 'supplier', limit = 500): Promise<RequestFacts[]> {
    const rows = await tx.query<Row>(
      `${SQL} where r.${side}_organization_id = $1 order by (g.agreed_at is null and r.withdrawn_at is null) desc, r.sent_at desc, r.id desc limit $2`,
      [tx.organizationId, limit]);
    return rows.map(factsOf);
  }

  async byId(tx: TenantTx, id: string): Promise<RequestFacts | undefined> {
    const [row] = await tx.query<Row>(`${SQL} where r.id = $1`, [id]);
    return row && factsOf(row);
  }
}

function factsOf({ buyerName, buyerNameEn, ...row }: Row): RequestFacts {
  return { ...row, buyer: { ja: buyerName ?? '', en: buyerNameEn ?? buyerName ?? '' } };
}
