import { EvidenceFiles } from '@libs/evidence';
import type { EvidenceFile } from '@libs/evidence';
import { Injectable } from '@nestjs/common';
import { notFound } from '@platform/errors';
import type { OrganizationId, TenantTx } from '@platform/tenancy';
import { answerOf } from './answers.repository.js';
import type { AnswerColumns } from './answers.repository.js';
import type { DraftAnswer, DraftContent } from './answer.rules.js';
import { responseState } from './response.states.js';
import type { ResponseId, ResponseState } from './response.states.js';
import { Statements } from './statements.queries.js';
import type { StatementSummary } from './statements.queries.js';

export interface ResponseRow {
  readonly id: ResponseId;
  readonly requestId: string;
  readonly buyerOrganizationId: OrganizationId;
  readonly supplierOrganizationId: OrganizationId;
  readonly startedByName: string;
  readonly startedAt: Date;
}

export interface ResponseInState extends ResponseRow {
  readonly state: ResponseState;
  /** Oldest first. */
  readonly statements: readonly StatementSummary[];
}

export interface AnswerRevision extends DraftContent { readonly version: number; readonly answeredBy: string; readonly answeredAt: Date }

type DraftRow = AnswerColumns & Omit<DraftAnswer, 'answer' | 'evidence'> & { evidenceIds: string[] };

const COLUMNS = `id, request_id as "requestId", buyer_organization_id as "buyerOrganizationId", supplier_organization_id as "supplierOrganizationId",
  started_by_name as "startedByName", started_at as "startedAt"`;
const ANSWER = `version, kind, value, reason, comment, compensating_measure as "compensatingMeasure", answered_by_name as "answeredBy", answered_at as "answeredAt"`;

/** The supplier's side: its responses, answered or not. A buyer's transaction finds nothing here. */
@Injectable()
export class Responses {
  constructor(private readonly statements: Statements, private readonly evidence: EvidenceFiles) {}

  /** @throws notFound */
  async byId(tx: TenantTx, id: string): Promise<ResponseInState> {
    const [row] = await tx.query<ResponseRow>(`select ${COLUMNS} from app.response where id = $1`, [id]);
    if (!row) throw notFound('response');
    return this.inState(row, await this.statements.ofResponse(tx, row.id));
  }

  async byRequest(tx: TenantTx, requestId: string): Promise<ResponseInState | undefined> {
    const [row] = await tx.query<ResponseRow>(`select ${COLUMNS} from app.response where request_id = $1`, [requestId]);
    return row && this.inState(row, await this.statements.ofResponse(tx, row.id));
  }

  /** Newest first. */
  async list(tx: TenantTx, limit = 200): Promise<ResponseInState[]> {
    const rows = await tx.query<ResponseRow>(`select ${COLUMNS} from app.response order by started_at desc, id limit $1`, [limit]);
    const statements = await this.statements.ofRequests(tx, rows.map((row) => row.requestId));
    return rows.map((row) => this.inState(row, statements.filter((one) => one.responseId === row.id)));
  }

  /** What has been typed so far, with the files attached now. */
  async drafts(tx: TenantTx, id: ResponseId): Promise<DraftAnswer[]> {
    return this.typed(tx, id, null);
  }

  /** One answer. @throws notFound */
  async draft(tx: TenantTx, id: ResponseId, key: string): Promise<DraftAnswer> {
    const [found] = await this.typed(tx, id, key);
    if (!found) throw notFound('answer');
    return found;
  }

  private async typed(tx: TenantTx, id: ResponseId, key: string | null): Promise<DraftAnswer[]> {
    const rows = await tx.query<DraftRow>(
      `select requirement_key as key, ${ANSWER}, array(
         select l.evidence_id from app.answer_evidence l
         where l.buyer_organization_id = a.buyer_organization_id and l.response_id = a.response_id and l.requirement_key = a.requirement_key
           and l.detached_at is null order by l.attached_at, l.evidence_id) as "evidenceIds"
       from app.answer a where a.response_id = $1 and ($2::text is null or a.requirement_key = $2)`, [id, key]);
    const files = await this.evidence.byIds(tx, [...new Set(rows.flatMap((row) => row.evidenceIds))]);
    const byId = new Map<string, EvidenceFile>(files.map((file) => [file.id, file]));
    return rows.map(({ kind, value, reason, evidenceIds, ...row }) =>
      ({ ...row, answer: answerOf({ kind, value, reason }), evidence: evidenceIds.map((evidenceId) => byId.get(evidenceId)!) }));
  }

  /** Every save of one answer, newest first: nothing that was typed is lost. */
  async revisions(tx: TenantTx, id: ResponseId, key: string): Promise<AnswerRevision[]> {
    const rows = await tx.query<AnswerColumns & Omit<AnswerRevision, 'answer'>>(
      `select ${ANSWER} from app.answer_revision where response_id = $1 and requirement_key = $2 order by version desc`, [id, key]);
    return rows.map(({ kind, value, reason, ...row }) => ({ ...row, answer: answerOf({ kind, value, reason }) }));
  }

  private inState(row: ResponseRow, statements: StatementSummary[]): ResponseInState {
    return { ...row, statements, state: responseState(statements) };
  }
}
