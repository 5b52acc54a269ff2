import { Injectable } from '@nestjs/common';
import { notFound } from '@platform/errors';
import type { OrganizationId, TenantTx } from '@platform/tenancy';
import type { CleanFinding, FindingId } from './finding.rules.js';
import type { Opinion } from './review.rules.js';

/** Internal to the buyer. Append-only: the newest note of a colleague is his opinion, the older ones are its history. */
export interface ReviewNote {
  readonly id: string;
  readonly statementId: string;
  readonly requirementKey: string;
  readonly opinion: Opinion;
  readonly note: string | null;
  /** What the supplier is to be told at a return, in preparation; null for none. */
  readonly findingText: string | null;
  readonly findingTarget: string | null;
  readonly findingDueOn: string | null;
  readonly reviewedBy: string;
  readonly reviewedAt: Date;
}

export interface FindingReply { readonly text: string; readonly repliedBy: string; readonly repliedAt: Date }

export interface Finding extends CleanFinding {
  readonly id: FindingId;
  readonly buyerOrganizationId: OrganizationId;
  readonly supplierOrganizationId: OrganizationId;
  readonly responseId: string;
  readonly statementId: string;
  readonly foundBy: string;
  readonly foundAt: Date;
  /** Oldest first. */
  readonly replies: readonly FindingReply[];
}

const FINDING = `f.id, f.buyer_organization_id as "buyerOrganizationId", f.supplier_organization_id as "supplierOrganizationId",
  f.response_id as "responseId", f.statement_id as "statementId", f.requirement_key as "requirementKey", f.text, f.target, f.due_on as "dueOn",
  f.found_by_name as "foundBy", f.found_at as "foundAt"`;

@Injectable()
export class Reviews {
  /** The buyer's own notes on a statement, newest first; for anybody else none. */
  async notes(tx: TenantTx, statementId: string): Promise<ReviewNote[]> {
    return tx.query<ReviewNote>(
      `select id, statement_id as "statementId", requirement_key as "requirementKey", opinion, note, finding_text as "findingText", finding_target as "findingTarget", finding_due_on as "findingDueOn",
         reviewed_by_name as "reviewedBy",
         reviewed_at as "reviewedAt"
       from app.review where statement_id = $1 order by reviewed_at desc, id desc`, [statementId]);
  }

  /** Everything ever found in a response, oldest first: both parties see it. */
  async findings(tx: TenantTx, responseId: string): Promise<Finding[]> {
    const rows = await tx.query<Omit<Finding, 'replies'>>(`select ${FINDING} from app.finding f where f.response_id = $1 order by f.found_at, f.id`, [responseId]);
    return this.withReplies(tx, rows);
  }

  /** @throws notFound */
  async finding(tx: TenantTx, id: string): Promise<Finding> {
    const rows = await tx.query<Omit<Finding, 'replies'>>(`select ${FINDING} from app.finding f where f.id = $1`, [id]);
    if (rows.length === 0) throw notFound('finding');
    return (await this.withReplies(tx, rows))[0]!;
  }

  private async withReplies(tx: TenantTx, findings: Omit<Finding, 'replies'>[]): Promise<Finding[]> {
    const replies = await tx.query<FindingReply & { findingId: string }>(
      `select finding_id as "findingId", text, replied_by_name as "repliedBy", replied_at as "repliedAt"
       from app.finding_reply where finding_id = any($1::uuid[]) order by replied_at, id`, [findings.map((finding) => finding.id)]);
    return findings.map((finding) => ({ ...finding, replies: replies.filter((reply) => reply.findingId === finding.id).map(({ findingId: _, ...reply }) => reply) }));
  }
}
