import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { AnswersRepository } from './answers.repository.js';
import type { EvidenceLink } from './attach-evidence.js';
import { ResponseActs } from './response.policy.js';

/** Takes a file from an answer; the file itself stays, and so does every statement that cited it. */
@Injectable()
export class DetachEvidence {
  constructor(
    private readonly db: TenantDb, private readonly answers: AnswersRepository, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** @throws notFound; conflict `response.not_editable` */
  async execute(actor: Actor, input: EvidenceLink): Promise<void> {
    authorize(actor, ResponseActs.detach, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, { responseId, requirementKey, evidenceId }: EvidenceLink): Promise<void> {
    if (!(await this.answers.detach(tx, responseId, requirementKey, evidenceId, this.clock.now()))) {
      const known = await this.answers.find(tx, responseId, requirementKey);
      throw known && !(await this.answers.isEditable(tx, responseId)) ? conflict('response.not_editable') : notFound('evidence');
    }
    await this.audit.record(tx, ResponseActs.detach, { kind: 'response', id: responseId }, { requirementKey, evidenceId });
  }
}
