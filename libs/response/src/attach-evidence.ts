import { EvidenceFiles } from '@libs/evidence';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { AnswersRepository } from './answers.repository.js';
import { ResponseActs } from './response.policy.js';
import type { ResponseId } from './response.states.js';

export interface EvidenceLink { readonly responseId: ResponseId; readonly requirementKey: string; readonly evidenceId: string }

/** Puts one of the supplier's own files behind an answer. The buyer sees it when a statement that cites it is released. */
@Injectable()
export class AttachEvidence {
  constructor(
    private readonly db: TenantDb, private readonly answers: AnswersRepository, private readonly evidence: EvidenceFiles,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** @throws notFound; conflict `response.not_editable` */
  async execute(actor: Actor, input: EvidenceLink): Promise<void> {
    authorize(actor, ResponseActs.attach, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, { responseId, requirementKey, evidenceId }: EvidenceLink): Promise<void> {
    const file = await this.evidence.byId(tx, evidenceId);
    if (file.organizationId !== tx.organizationId) throw notFound('evidence');
    if (!(await this.answers.attach(tx, responseId, requirementKey, evidenceId, this.clock.now()))) {
      throw (await this.answers.find(tx, responseId, requirementKey)) ? conflict('response.not_editable') : notFound('answer');
    }
    await this.audit.record(tx, ResponseActs.attach, { kind: 'response', id: responseId }, { requirementKey, evidenceId, sha256: file.sha256 });
  }
}
