import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { writerOf } from './authorship.rules.js';
import { DraftResolver } from './draft-resolver.js';
import { writeDraft } from './draft.rules.js';
import type { DraftInput } from './draft.rules.js';
import { SpecificationActs } from './specification.policy.js';
import { SpecificationsRepository } from './specifications.repository.js';

/** Replaces the given parts of a draft: title, scope, criticality, chosen requirements with their necessity, condition and level, checklist. */
@Injectable()
export class ChangeDraft {
  constructor(
    private readonly db: TenantDb, private readonly specifications: SpecificationsRepository, private readonly resolver: DraftResolver,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** `version` is the one the person saw; returns the new one. Throws `specification.stale`, `.not_change_now`, `.draft_invalid`, `.choice_invalid`. */
  async execute(actor: Actor, id: string, version: number, input: DraftInput): Promise<{ version: number }> {
    authorize(actor, SpecificationActs.change, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, id, version, input));
  }

  async within(tx: TenantTx, id: string, version: number, input: DraftInput): Promise<{ version: number }> {
    const specification = await this.specifications.locked(tx, id);
    specification.change(writeDraft(input, specification.draft), writerOf(tx.actor), version);
    await this.resolver.read(tx, specification.draft);
    const saved = await this.specifications.save(tx, specification);
    await this.audit.record(tx, SpecificationActs.change, { kind: 'specification', id }, { parts: Object.keys(input) });
    return { version: saved.version };
  }
}
