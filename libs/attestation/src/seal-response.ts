import { Statements } from '@libs/response';
import type { FrozenStatement } from '@libs/response';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict } from '@platform/errors';
import { sha256Hex } from '@platform/signing';
import { SealerDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { RESPONSE_STATEMENT, sealedAct } from './attestation.document.js';
import type { Attestation } from './attestation.document.js';
import { AttestationActs } from './attestation.policy.js';
import { Attestations } from './attestations.queries.js';
import { PublishResponse } from './publish-response.js';
import { SealObject } from './seal-object.js';
import { Seals } from './seals.queries.js';
import type { Seal } from './seals.queries.js';

/** What sealing reads. */
@Injectable()
export class SealingReads {
  constructor(readonly statements: Statements, readonly attestations: Attestations, readonly seals: Seals) {}
}

/** The worker's part of a signature: seal, ledger entry, release and grants in one transaction of the sealer. Repeating it does nothing. */
@Injectable()
export class SealResponse {
  constructor(
    private readonly db: SealerDb, private readonly reads: SealingReads, private readonly sealing: SealObject,
    private readonly publish: PublishResponse, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** `actor`: the system, of the supplier's organisation. @throws notFound; conflict `attestation.not_signed`; Error when bytes and digests differ */
  async execute(actor: Actor, input: { readonly statementId: string }): Promise<Seal> {
    authorize(actor, AttestationActs.seal, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, input.statementId));
  }

  async within(tx: TenantTx, statementId: string): Promise<Seal> {
    const statement = await this.reads.statements.submitted(tx, statementId);
    await tx.lock('response', statement.responseId);
    const done = await this.reads.seals.of(tx, RESPONSE_STATEMENT, statementId);
    if (done) return done;
    const attestation = await this.reads.attestations.of(tx, statementId);
    if (!attestation) throw conflict('attestation.not_signed');
    assertIntact(statement, attestation);
    const seal = await this.sealing.within(tx, {
      object: { kind: RESPONSE_STATEMENT, id: statementId }, parties: statement, statement: { ...statement.document }, acts: [sealedAct(attestation)],
    });
    await this.publish.within(tx, statement, seal);
    await this.audit.record(tx, AttestationActs.seal, { kind: RESPONSE_STATEMENT, id: statementId },
      { sealId: seal.id, sha256: seal.sha256, requestId: statement.requestId, buyerOrganizationId: statement.buyerOrganizationId });
    return seal;
  }
}

/** Never put a seal on bytes that are not the ones the person saw: whoever changed a row in between must not get a valid signature for it. */
function assertIntact(statement: FrozenStatement, attestation: Attestation): void {
  const actual = sha256Hex(new TextEncoder().encode(statement.canonical));
  if (actual !== statement.sha256 || actual !== attestation.digest) throw new Error(`statement ${statement.id} is not what was signed`);
}
