import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@platform/tenancy';
import { DeliveriesRepository } from './deliveries.repository.js';
import type { LotOutcome } from './deliveries.repository.js';

/** What the approved inspection said of a lot. Inspection is a later stage; it writes here because returning goods must know it. */
@Injectable()
export class RecordOutcome {
  constructor(private readonly repository: DeliveriesRepository) {}

  /** The caller records the act. The three days stay three columns: 受領日, 検査完了日, 検収日. */
  async within(tx: TenantTx, deliveryId: string, outcome: LotOutcome): Promise<void> {
    await this.repository.outcome(tx, deliveryId, outcome);
  }
}
