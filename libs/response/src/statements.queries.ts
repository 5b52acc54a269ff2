import { Injectable } from '@nestjs/common';
import { notFound } from '@platform/errors';
import type { MemberId, OrganizationId, TenantTx } from '@platform/tenancy';
import { parseStatement } from './response.document.js';
import type { ResponseStatement } from './response.document.js';
import type { ReturnedFinding } from './finding.rules.js';
import { newestReleased } from './response.states.js';
import type { ResponseId, StatementFate, StatementId } from './response.states.js';

/** A submission and its fate. The buyer sees it from its release on, and never a withdrawal. */
export interface StatementSummary extends StatementFate {
  readonly id: StatementId;
  /** Null in a reply that the buyer registered: the supplier has no part in it. */
  readonly responseId: ResponseId | null;
  readonly requestId: string;
  readonly buyerOrganizationId: OrganizationId;
  readonly supplierOrganizationId: OrganizationId | null;
  /** The file a registered reply was taken from; null for what the supplier submitted itself. */
  readonly proxyEvidenceId: string | null;
  readonly sha256: string;
  readonly submittedByName: string;
  readonly submittedAt: Date;
  readonly withdrawnReason: string | null;
  readonly returnMessage: string | null;
  readonly findings: readonly ReturnedFinding[];
}

export interface FrozenStatement extends StatementSummary {
  /** Canonical JSON (RFC 8785): the very text that was hashed. */
  readonly canonical: string;
  readonly document: ResponseStatement;
}

/** A submission of the supplier's own, which can be signed, sealed, released and returned. */
export type SubmittedStatement = FrozenStatement & { readonly responseId: ResponseId; readonly supplierOrganizationId: OrganizationId };

const SUMMARY = `s.id, s.response_id as "responseId", s.request_id as "requestId", s.buyer_organization_id as "buyerOrganizationId",
  s.supplier_organization_id as "supplierOrganizationId", s.revision, s.sha256, s.submitted_by_name as "submittedByName", s.submitted_at as "submittedAt",
  coalesce(l.released_at, case when s.proxy_evidence_id is not null then s.submitted_at end) as "releasedAt", s.proxy_evidence_id as "proxyEvidenceId", t.returned_at as "returnedAt", t.message as "returnMessage", coalesce(t.findings, '[]') as findings,
  w.withdrawn_at as "withdrawnAt", w.reason as "withdrawnReason"`;
const FROM = `from app.response_statement s
  left join app.response_release l on l.statement_id = s.id
  left join app.response_return t on t.statement_id = s.id
  left join app.response_withdrawal w on w.statement_id = s.id`;

/** Frozen submissions, seen by the supplier always and by the buyer once released. */
@Injectable()
export class Statements {
  /** @throws notFound, also for a statement the buyer may not see yet. */
  async byId(tx: TenantTx, id: string): Promise<FrozenStatement> {
    const [row] = await tx.query<StatementSummary & { canonical: string }>(`select ${SUMMARY}, s.canonical ${FROM} where s.id = $1`, [id]);
    if (!row) throw notFound('response_statement');
    return { ...row, document: parseStatement(row.canonical) };
  }

  /** One that the supplier submitted itself. @throws notFound, also for a reply that the buyer registered. */
  async submitted(tx: TenantTx, id: string): Promise<SubmittedStatement> {
    const statement = await this.byId(tx, id);
    if (statement.responseId === null || statement.supplierOrganizationId === null) throw notFound('response_statement');
    return statement as SubmittedStatement;
  }

  /** Oldest first. */
  async ofRequest(tx: TenantTx, requestId: string): Promise<StatementSummary[]> {
    return tx.query<StatementSummary>(`select ${SUMMARY} ${FROM} where s.request_id = $1 order by s.submitted_at, s.revision`, [requestId]);
  }

  /** Of every request in this list, oldest first: one query for a page of them. */
  async ofRequests(tx: TenantTx, requestIds: readonly string[]): Promise<StatementSummary[]> {
    return tx.query<StatementSummary>(`select ${SUMMARY} ${FROM} where s.request_id = any($1::uuid[]) order by s.submitted_at, s.revision`, [requestIds]);
  }

  async ofResponse(tx: TenantTx, responseId: ResponseId): Promise<StatementSummary[]> {
    return tx.query<StatementSummary>(`select ${SUMMARY} ${FROM} where s.response_id = $1 order by s.revision`, [responseId]);
  }

  /** What the buyer examines: the last released one, whether or not it was returned since. */
  async newestReleased(tx: TenantTx, requestId: string): Promise<StatementSummary | undefined> {
    return newestReleased(await this.ofRequest(tx, requestId));
  }

  /** The supplier's member who submitted it; null when a machine did. Not part of any page: sign-off rules compare persons. */
  async submitter(tx: TenantTx, id: StatementId): Promise<MemberId | null> {
    const [row] = await tx.query<{ memberId: MemberId | null }>('select submitted_by_member_id as "memberId" from app.response_statement where id = $1', [id]);
    return row?.memberId ?? null;
  }
}
