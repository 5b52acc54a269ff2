import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { invalid } from '@platform/errors';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { writerOf } from './authorship.rules.js';
import { EditionWriter } from './edition-writer.js';
import { SpecificationActs } from './specification.policy.js';
import type { SpecificationEditionId } from './specifications.queries.js';
import { SpecificationsRepository } from './specifications.repository.js';

export interface ApprovedEdition { readonly editionId: SpecificationEditionId; readonly edition: number; readonly sha256: string }

/** The approver, not one of those who wrote it, freezes the draft as an edition: one content-addressed document (design.md §4). */
@Injectable()
export class ApproveSpecification {
  constructor(
    private readonly db: TenantDb, private readonly specifications: SpecificationsRepository, private readonly editions: EditionWriter,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** `version` is the one the approver read. Throws `specification.approver_wrote_it`, `.person_key_missing`, `.not_ready`, `.stale`, `.not_approve_now`. */
  async execute(actor: Actor, id: string, version: number): Promise<ApprovedEdition> {
    authorize(actor, SpecificationActs.approve, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, id, version));
  }

  async within(tx: TenantTx, id: string, version: number): Promise<ApprovedEdition> {
    const specification = await this.specifications.locked(tx, id);
    const approver = writerOf(tx.actor);
    specification.approve(approver, version);
    const method = tx.actor.stepUp?.method;
    if (!method) throw invalid('specification.method_unknown');
    const made = await this.editions.compose(tx, specification, { approver, method, at: this.clock.now() });
    const editionId = newId<'SpecificationEdition'>();
    await this.specifications.addEdition(tx, { id: editionId, specification, approver, approvedAt: this.clock.now(), ...made });
    await this.specifications.save(tx, specification);
    const { number, edition } = made.document;
    await this.audit.record(tx, SpecificationActs.approve, { kind: 'specification_edition', id: editionId }, { number, edition, sha256: made.sha256 });
    return { editionId, edition, sha256: made.sha256 };
  }
}
