import { Injectable } from '@nestjs/common';
import { FormReader } from '@platform-pure/forms';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { SpecificationActs } from './specification.policy.js';
import { SpecificationsRepository } from './specifications.repository.js';

/** 差戻し: the approver wants something changed and says what. */
@Injectable()
export class SendBack {
  constructor(
    private readonly db: TenantDb, private readonly specifications: SpecificationsRepository, private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws `specification.draft_invalid` without a reason, `.stale`, `.not_send_back_now`. */
  async execute(actor: Actor, id: string, version: number, reason: string): Promise<{ version: number }> {
    authorize(actor, SpecificationActs.send_back, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, id, version, reason));
  }

  async within(tx: TenantTx, id: string, version: number, reason: string): Promise<{ version: number }> {
    const form = new FormReader();
    const said = form.text('reason', reason, 1000);
    form.finish('specification.draft_invalid');
    const specification = await this.specifications.locked(tx, id);
    specification.sendBack(said, version, this.clock.now());
    const saved = await this.specifications.save(tx, specification);
    await this.audit.record(tx, SpecificationActs.send_back, { kind: 'specification', id }, { number: saved.number, reason: said });
    return { version: saved.version };
  }
}
