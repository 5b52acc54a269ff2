import { Members } from '@libs/organization';
import { Requests } from '@libs/request';
import { Statements } from '@libs/response';
import type { FrozenStatement } from '@libs/response';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, notFound, stepUpRequired } from '@platform/errors';
import { sha256Hex } from '@platform/signing';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { RESPONSE_STATEMENT } from './attestation.document.js';
import type { Attestation, AttestationId } from './attestation.document.js';
import { AttestationActs } from './attestation.policy.js';
import { Attestations } from './attestations.queries.js';
import { AttestationsRepository } from './attestations.repository.js';
import { samePerson } from './separation.rules.js';

export interface Signature {
  readonly statementId: string;
  /** sha-256 (hex) of what the signer was shown. */
  readonly digest: string;
}

/** What a signature is checked against. */
@Injectable()
export class SigningReads {
  constructor(readonly statements: Statements, readonly attestations: Attestations, readonly requests: Requests, readonly members: Members) {}
}

/** The signer stands behind a frozen response; the worker then seals and releases it (reaction to `attestation.sign`). */
@Injectable()
export class SignResponse {
  constructor(
    private readonly db: TenantDb, private readonly reads: SigningReads, private readonly repository: AttestationsRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** @throws notFound; conflict `attestation.already_signed`, `attestation.not_submitted`, `attestation.request_withdrawn`, `attestation.digest_differs` */
  async execute(actor: Actor, input: Signature): Promise<AttestationId> {
    authorize(actor, AttestationActs.sign, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, input: Signature): Promise<AttestationId> {
    const { responseId } = await this.reads.statements.submitted(tx, input.statementId);
    await tx.lock('response', responseId);
    const statement = await this.reads.statements.submitted(tx, input.statementId);
    await this.check(tx, statement, input.digest);
    const attestation = await this.attestation(tx, statement);
    await this.repository.add(tx, attestation, statement.buyerOrganizationId);
    await this.audit.record(tx, AttestationActs.sign, { kind: RESPONSE_STATEMENT, id: statement.id },
      { digest: attestation.digest, responseId, requestId: statement.requestId, withoutSeparation: attestation.withoutSeparation });
    return attestation.id;
  }

  private async check(tx: TenantTx, statement: FrozenStatement, digest: string): Promise<void> {
    // a buyer who may read the released statement is no signer of it
    if (statement.supplierOrganizationId !== tx.organizationId) throw notFound('response_statement');
    if (await this.reads.attestations.of(tx, statement.id)) throw conflict('attestation.already_signed');
    if (statement.withdrawnAt || statement.releasedAt) throw conflict('attestation.not_submitted');
    const request = await this.reads.requests.byId(tx, statement.requestId);
    if (request.withdrawnAt) throw conflict('attestation.request_withdrawn');
    // the digest shown, the digest stored and the bytes stored must be one
    const actual = sha256Hex(new TextEncoder().encode(statement.canonical));
    if (digest !== statement.sha256 || actual !== statement.sha256) throw conflict('attestation.digest_differs');
  }

  private async attestation(tx: TenantTx, statement: FrozenStatement): Promise<Attestation> {
    const { name, department, personKey, memberId, stepUp } = tx.actor;
    if (!stepUp) throw stepUpRequired();
    const submitterId = await this.reads.statements.submitter(tx, statement.id);
    const submitter = submitterId === null ? undefined : await this.reads.members.byId(tx, submitterId);
    return {
      id: newId<'Attestation'>(), statementId: statement.id, digest: statement.sha256, role: 'supplier_signer', name, department, personKey,
      method: stepUp.method, signedAt: this.clock.now(),
      // single-person suppliers exist: the missing separation is recorded, not refused (domain.md §3.3, response → signed)
      withoutSeparation: samePerson({ memberId, personKey }, { memberId: submitterId, personKey: submitter?.personKey ?? null }),
    };
  }
}
