import { ReturnResponse } from '@libs/response';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict } from '@platform/errors';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { cleanText } from '@pure/response';
import { ExaminedStatement, askedKeys } from './examined-statement.js';
import { cleanFindings } from './finding.rules.js';
import type { FindingInput } from './finding.rules.js';
import { ReviewActs } from './review.policy.js';
import { ReviewsRepository } from './reviews.repository.js';

export interface ReturnWithFindingsInput { readonly statementId: string; readonly findings: readonly FindingInput[]; readonly message?: string | null }

/** Gives the statement back, saying answer by answer what is asked. The response is editable again from then on. */
@Injectable()
export class ReturnWithFindings {
  constructor(
    private readonly db: TenantDb, private readonly examined: ExaminedStatement, private readonly returning: ReturnResponse,
    private readonly repository: ReviewsRepository, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** @throws notFound; conflict `review.already_agreed`, `review.statement_not_newest`, `review.proxy_not_returned`; invalid as `cleanFindings` */
  async execute(actor: Actor, input: ReturnWithFindingsInput): Promise<{ readonly returnId: string }> {
    authorize(actor, ReviewActs.return, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, input: ReturnWithFindingsInput): Promise<{ readonly returnId: string }> {
    const statement = await this.examined.lock(tx, input.statementId);
    if (statement.responseId === null || statement.supplierOrganizationId === null) throw conflict('review.proxy_not_returned');
    const findings = cleanFindings(input.findings, askedKeys(statement)).map((finding) => ({ id: newId<'Finding'>(), ...finding }));
    const returnId = await this.returning.within(tx, { statementId: statement.id, message: cleanText(input.message), findings });
    await this.repository.addFindings(tx, { ...statement, responseId: statement.responseId, supplierOrganizationId: statement.supplierOrganizationId }, returnId, findings, this.clock.now());
    await this.audit.record(tx, ReviewActs.return, { kind: 'response_statement', id: statement.id },
      { returnId, requestId: statement.requestId, responseId: statement.responseId, supplierOrganizationId: statement.supplierOrganizationId, findings: findings.length });
    return { returnId };
  }
}
