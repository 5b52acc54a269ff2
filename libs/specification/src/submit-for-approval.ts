import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { invalid } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { writerOf } from './authorship.rules.js';
import { DraftResolver } from './draft-resolver.js';
import { SpecificationActs } from './specification.policy.js';
import { SpecificationsRepository } from './specifications.repository.js';

@Injectable()
export class SubmitForApproval {
  constructor(
    private readonly db: TenantDb, private readonly specifications: SpecificationsRepository, private readonly resolver: DraftResolver,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Throws `specification.not_ready` with every gap, `.stale`, `.not_submit_now`, `.person_key_missing`. */
  async execute(actor: Actor, id: string, version: number): Promise<{ version: number }> {
    authorize(actor, SpecificationActs.submit, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, id, version));
  }

  async within(tx: TenantTx, id: string, version: number): Promise<{ version: number }> {
    const specification = await this.specifications.locked(tx, id);
    specification.submit(writerOf(tx.actor), version, this.clock.now());
    const { problems } = await this.resolver.read(tx, specification.draft);
    if (problems.length > 0) throw invalid('specification.not_ready', { count: problems.length }, problems);
    const saved = await this.specifications.save(tx, specification);
    await this.audit.record(tx, SpecificationActs.submit, { kind: 'specification', id }, { number: saved.number, edition: saved.draftEdition });
    return { version: saved.version };
  }
}
