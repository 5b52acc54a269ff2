import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { InspectionActs } from './inspection.policy.js';
import { InspectionDesk } from './inspection-desk.js';
import { InspectionsRepository } from './inspections.repository.js';
import type { ResultInput } from './results.rules.js';

export interface RecordResultInput extends ResultInput {
  readonly inspectionId: string;
  readonly itemKey: string;
  /** Files of the organisation, or granted to it; added to those the item has. */
  readonly evidenceIds?: readonly string[];
}

/** What was found at one item. Recording it again replaces it until the lot is judged; every time is an event of its own. */
@Injectable()
export class RecordResult {
  constructor(
    private readonly db: TenantDb, private readonly repository: InspectionsRepository, private readonly desk: InspectionDesk, private readonly clock: Clock,
  ) {}

  /** Throws what `Inspection.record` throws. */
  async execute(actor: Actor, input: RecordResultInput): Promise<void> {
    authorize(actor, InspectionActs.record, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, input: RecordResultInput): Promise<void> {
    const { actor } = tx;
    const inspection = await this.repository.locked(tx, input.inspectionId);
    const { item, ...found } = inspection.record(actor, input.itemKey, input, await this.desk.today(tx));
    const files = await this.desk.filesOf(tx, input.evidenceIds ?? []);
    await this.repository.attach(tx, input.inspectionId, item.key, files, this.clock.now());
    await this.repository.record(tx, input.inspectionId, {
      itemKey: item.key, ...found, evidence: [], recordedBy: actor.name, recordedByPersonKey: actor.personKey, recordedByMemberId: actor.memberId,
    }, this.clock.now());
    await this.desk.record(tx, InspectionActs.record, input.inspectionId, { item: item.code, result: found.result, method: found.method, note: found.note });
  }
}
