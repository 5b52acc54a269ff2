import { Statements, WithdrawSubmission } from '@libs/response';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { RESPONSE_STATEMENT } from './attestation.document.js';
import { AttestationActs } from './attestation.policy.js';
import { Attestations } from './attestations.queries.js';

export interface Decline { readonly statementId: string; readonly reason: string }

/** Sends a submission back to the respondents instead of signing it; the buyer never hears of it. */
@Injectable()
export class DeclineSignature {
  constructor(
    private readonly db: TenantDb, private readonly statements: Statements, private readonly attestations: Attestations,
    private readonly withdraw: WithdrawSubmission, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** @throws notFound; invalid `response.reason_missing`; conflict `attestation.already_signed`, `response.not_submitted` */
  async execute(actor: Actor, input: Decline): Promise<void> {
    authorize(actor, AttestationActs.decline, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, { statementId, reason }: Decline): Promise<void> {
    const { responseId, supplierOrganizationId } = await this.statements.submitted(tx, statementId);
    if (supplierOrganizationId !== tx.organizationId) throw notFound('response_statement');
    await tx.lock('response', responseId);
    if (await this.attestations.of(tx, statementId)) throw conflict('attestation.already_signed');
    await this.withdraw.within(tx, statementId, reason);
    await this.audit.record(tx, AttestationActs.decline, { kind: RESPONSE_STATEMENT, id: statementId }, { responseId, reason: reason.trim() });
  }
}
