import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { InspectionActs } from './inspection.policy.js';
import { InspectionDesk } from './inspection-desk.js';
import { InspectionsRepository } from './inspections.repository.js';

export interface DetachInspectionFileInput { readonly inspectionId: string; readonly itemKey: string | null; readonly evidenceId: string }

/** A wrong picture is no longer part of the inspection; that it was, and who took it away, stays on record. */
@Injectable()
export class DetachInspectionFile {
  constructor(
    private readonly db: TenantDb, private readonly repository: InspectionsRepository, private readonly desk: InspectionDesk, private readonly clock: Clock,
  ) {}

  /** Throws what `Inspection.attach` throws; not found where this file is not attached. */
  async execute(actor: Actor, input: DetachInspectionFileInput): Promise<void> {
    authorize(actor, InspectionActs.detach, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, { inspectionId, itemKey, evidenceId }: DetachInspectionFileInput): Promise<void> {
    (await this.repository.locked(tx, inspectionId)).attach(itemKey);
    const fileName = await this.repository.detach(tx, inspectionId, itemKey, evidenceId, this.clock.now());
    if (fileName === undefined) throw notFound('evidence');
    await this.desk.record(tx, InspectionActs.detach, inspectionId, { item: itemKey, file: fileName });
  }
}
