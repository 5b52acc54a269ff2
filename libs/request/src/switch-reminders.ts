import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { ChasingRepository } from './chasing.repository.js';
import { RequestActs } from './request.policy.js';

/** Whether this organisation's requests remind of themselves. */
@Injectable()
export class SwitchReminders {
  constructor(private readonly db: TenantDb, private readonly rows: ChasingRepository, private readonly audit: AuditTrail, private readonly clock: Clock) {}

  async execute(actor: Actor, on: boolean): Promise<void> {
    authorize(actor, RequestActs.switch_reminders, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, on));
  }

  async within(tx: TenantTx, on: boolean): Promise<void> {
    await this.rows.switchReminders(tx, on, this.clock.now());
    await this.audit.record(tx, RequestActs.switch_reminders, { kind: 'organization', id: tx.organizationId }, { on });
  }
}
