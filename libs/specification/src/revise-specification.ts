import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { writerOf } from './authorship.rules.js';
import { SpecificationActs } from './specification.policy.js';
import { SpecificationsRepository } from './specifications.repository.js';

/** 改訂: opens a new draft from the last approved edition. Requests and agreements keep the edition they name. */
@Injectable()
export class ReviseSpecification {
  constructor(
    private readonly db: TenantDb, private readonly specifications: SpecificationsRepository, private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws `specification.not_revise_now`, `.stale`. */
  async execute(actor: Actor, id: string, version: number): Promise<{ version: number; edition: number }> {
    authorize(actor, SpecificationActs.revise, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, id, version));
  }

  async within(tx: TenantTx, id: string, version: number): Promise<{ version: number; edition: number }> {
    const specification = await this.specifications.locked(tx, id);
    specification.revise(writerOf(tx.actor), version);
    const saved = await this.specifications.save(tx, specification);
    await this.audit.record(tx, SpecificationActs.revise, { kind: 'specification', id }, { number: saved.number, edition: saved.draftEdition });
    return { version: saved.version, edition: saved.draftEdition };
  }
}
