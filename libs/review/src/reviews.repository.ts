import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@platform/tenancy';
import type { Agreement } from './agreements.queries.js';
import type { CleanFinding, FindingId } from './finding.rules.js';
import type { ReviewNote } from './reviews.queries.js';

export interface Parent { readonly id: string; readonly responseId: string; readonly buyerOrganizationId: string; readonly supplierOrganizationId: string }

@Injectable()
export class ReviewsRepository {
  async addNote(tx: TenantTx, note: ReviewNote): Promise<void> {
    await tx.query(
      `insert into app.review (id, organization_id, statement_id, requirement_key, opinion, note, reviewed_by_member_id, reviewed_by_name, reviewed_at,
         finding_text, finding_target, finding_due_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [note.id, tx.organizationId, note.statementId, note.requirementKey, note.opinion, note.note, tx.actor.memberId, note.reviewedBy, note.reviewedAt,
        note.findingText, note.findingTarget, note.findingDueOn]);
  }

  async addFindings(tx: TenantTx, statement: Parent, returnId: string, findings: readonly (CleanFinding & { readonly id: FindingId })[], at: Date): Promise<void> {
    for (const finding of findings) {
      await tx.query(
        `insert into app.finding (id, buyer_organization_id, supplier_organization_id, response_id, statement_id, return_id, requirement_key,
           text, target, due_on, found_by_name, found_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [finding.id, statement.buyerOrganizationId, statement.supplierOrganizationId, statement.responseId, statement.id, returnId,
          finding.requirementKey, finding.text, finding.target, finding.dueOn, tx.actor.name, at]);
    }
  }

  async addReply(
    tx: TenantTx, finding: { readonly id: string; readonly buyerOrganizationId: string; readonly supplierOrganizationId: string },
    reply: { readonly id: string; readonly text: string; readonly at: Date },
  ): Promise<void> {
    await tx.query(
      `insert into app.finding_reply (id, buyer_organization_id, supplier_organization_id, finding_id, text, replied_by_name, replied_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [reply.id, finding.buyerOrganizationId, finding.supplierOrganizationId, finding.id, reply.text, tx.actor.name, reply.at]);
  }

  async addAgreement(tx: TenantTx, agreement: Agreement): Promise<void> {
    await tx.query(
      `insert into app.agreement (id, buyer_organization_id, supplier_organization_id, request_id, statement_id, document, canonical, sha256,
         agreed_by_name, agreed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [agreement.id, agreement.buyerOrganizationId, agreement.supplierOrganizationId, agreement.requestId, agreement.statementId,
        agreement.canonical, agreement.canonical, agreement.sha256, tx.actor.name, agreement.agreedAt]);
  }
}
