import { Injectable } from '@nestjs/common';
import { Attestations } from '@libs/attestation';
import type { Attestation } from '@libs/attestation';
import { EvidenceFiles } from '@libs/evidence';
import type { EvidenceFile } from '@libs/evidence';
import { Requests } from '@libs/request';
import type { SecurityRequest } from '@libs/request';
import { Statements } from '@libs/response';
import type { FrozenStatement, StatementSummary } from '@libs/response';
import { Agreements, Reviews } from '@libs/review';
import type { Agreement, Finding, ReviewNote } from '@libs/review';
import { Specifications } from '@libs/specification';
import type { SpecificationDocument } from '@libs/specification';
import { notFound } from '@platform-pure/errors';
import type { TenantTx } from '@platform/tenancy';

export interface ReviewRead {
  readonly statement: FrozenStatement;
  readonly specification: SpecificationDocument;
  readonly attestation: Attestation | undefined;
  readonly request: SecurityRequest;
  readonly agreement: Agreement | undefined;
  readonly notes: readonly ReviewNote[];
  /** Of earlier statements of the same response: what was asked then, and replied. */
  readonly findings: readonly Finding[];
  readonly files: readonly EvidenceFile[];
  /** The one the buyer may act on, if it is not returned or agreed. */
  readonly newest: StatementSummary | undefined;
}

/** What stands around the answers. */
@Injectable()
export class ReviewContext {
  constructor(
    readonly specifications: Specifications, readonly attestations: Attestations, readonly requests: Requests, readonly agreements: Agreements, readonly evidence: EvidenceFiles,
  ) {}
}

/** Everything a buyer has before him at a review. */
@Injectable()
export class ReviewReads {
  constructor(private readonly statements: Statements, private readonly reviews: Reviews, private readonly context: ReviewContext) {}

  /** @throws NotFound for what is not the buyer's to examine. */
  async of(tx: TenantTx, statementId: string): Promise<ReviewRead> {
    const statement = await this.statement(tx, statementId);
    const fileIds = statement.document.answers.flatMap((answer) => answer.evidence.map((file) => file.id));
    return {
      statement, specification: (await this.context.specifications.edition(tx, statement.document.specification.editionId)).document,
      attestation: await this.context.attestations.of(tx, statement.id), request: await this.context.requests.byId(tx, statement.requestId),
      agreement: await this.context.agreements.byRequest(tx, statement.requestId), notes: await this.reviews.notes(tx, statement.id),
      findings: statement.responseId === null ? [] : await this.reviews.findings(tx, statement.responseId),
      files: await this.context.evidence.byIds(tx, [...new Set(fileIds)]), newest: await this.statements.newestReleased(tx, statement.requestId),
    };
  }

  /** In its own factory a buyer sees unreleased statements as the respondent; as the buyer it does not. @throws NotFound */
  async statement(tx: TenantTx, statementId: string): Promise<FrozenStatement> {
    const statement = await this.statements.byId(tx, statementId);
    if (statement.buyerOrganizationId !== tx.organizationId || !statement.releasedAt) throw notFound('response_statement');
    return statement;
  }
}
