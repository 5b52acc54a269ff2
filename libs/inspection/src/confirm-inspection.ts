import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { InspectionActs } from './inspection.policy.js';
import { InspectionDesk } from './inspection-desk.js';
import { InspectionsRepository } from './inspections.repository.js';

/** `statementSha256`: the digest of what this person was shown; another one is refused. */
export interface SignInspectionInput { readonly inspectionId: string; readonly statementSha256: string }

/** 確認者: the findings are as they are written. */
@Injectable()
export class ConfirmInspection {
  constructor(
    private readonly db: TenantDb, private readonly repository: InspectionsRepository, private readonly desk: InspectionDesk, private readonly clock: Clock,
  ) {}

  /** Throws what `Inspection.confirm` throws. */
  async execute(actor: Actor, input: SignInspectionInput): Promise<void> {
    authorize(actor, InspectionActs.confirm, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, { inspectionId, statementSha256 }: SignInspectionInput): Promise<void> {
    const inspection = await this.repository.locked(tx, inspectionId);
    inspection.confirm(tx.actor, statementSha256);
    await this.repository.sign(tx, inspectionId, 'confirm', statementSha256, this.clock.now());
    await this.desk.record(tx, InspectionActs.confirm, inspectionId, { statementSha256 });
  }
}
