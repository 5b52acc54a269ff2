import { Injectable } from '@nestjs/common';
import { FormReader } from '@platform-pure/forms';
import { Clock } from '@platform/clock';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { InspectionActs } from './inspection.policy.js';
import { InspectionDesk } from './inspection-desk.js';
import { InspectionsRepository } from './inspections.repository.js';

/** `statementSha256`: the digest of what this person was shown. */
export interface SendBackInspectionInput { readonly inspectionId: string; readonly statementSha256: string; readonly reason: string }

/**
 * 差戻し: the confirmer or the approver is not content with the judgement. The judged statement and its signatures stay as they are; they belong to
 * a round that is over, and the inspector's next judgement is a statement of its own.
 */
@Injectable()
export class SendBackInspection {
  constructor(
    private readonly db: TenantDb, private readonly repository: InspectionsRepository, private readonly desk: InspectionDesk, private readonly clock: Clock,
  ) {}

  /** Throws `inspection.send_back_invalid` without a reason, and what `Inspection.sendBack` throws. */
  async execute(actor: Actor, input: SendBackInspectionInput): Promise<void> {
    authorize(actor, InspectionActs.send_back, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, { inspectionId, statementSha256, reason: given }: SendBackInspectionInput): Promise<void> {
    const form = new FormReader();
    const reason = form.text('reason', given, 400);
    form.finish('inspection.send_back_invalid');
    const inspection = await this.repository.locked(tx, inspectionId);
    inspection.sendBack(tx.actor, statementSha256);
    await this.repository.sendBack(tx, inspection.row, statementSha256, reason, this.clock.now());
    await this.desk.record(tx, InspectionActs.send_back, inspectionId, { round: inspection.row.round, reason, statementSha256 });
  }
}
