import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { InspectionActs } from './inspection.policy.js';
import { InspectionDesk } from './inspection-desk.js';
import { InspectionsRepository } from './inspections.repository.js';

export interface AttachInspectionFilesInput {
  readonly inspectionId: string;
  /** Null: to the whole inspection, as the scan of its worksheet. */
  readonly itemKey: string | null;
  readonly evidenceIds: readonly string[];
}

/** A photo is taken before anybody knows the result; so files are added to an item by themselves, and the judgement freezes them with it. */
@Injectable()
export class AttachInspectionFiles {
  constructor(
    private readonly db: TenantDb, private readonly repository: InspectionsRepository, private readonly desk: InspectionDesk, private readonly clock: Clock,
  ) {}

  /** Throws what `Inspection.attach` throws; not found for a file that this organisation cannot see. */
  async execute(actor: Actor, input: AttachInspectionFilesInput): Promise<void> {
    authorize(actor, InspectionActs.attach, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, { inspectionId, itemKey, evidenceIds }: AttachInspectionFilesInput): Promise<void> {
    const inspection = await this.repository.locked(tx, inspectionId);
    inspection.attach(itemKey);
    const files = await this.desk.filesOf(tx, evidenceIds);
    await this.repository.attach(tx, inspectionId, itemKey, files, this.clock.now());
    await this.desk.record(tx, InspectionActs.attach, inspectionId, { item: itemKey, files: files.map(({ fileName }) => fileName) });
  }
}
