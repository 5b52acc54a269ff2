import { Injectable } from '@nestjs/common';
import type { Delivery } from '@libs/delivery';
import { EvidenceFiles } from '@libs/evidence';
import type { EvidenceFile } from '@libs/evidence';
import { Organizations } from '@libs/organization';
import { localDate } from '@platform-pure/forms';
import { AuditTrail } from '@platform/audit';
import type { JsonObject } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, notFound } from '@platform/errors';
import type { Act, TenantTx } from '@platform/tenancy';
import type { InspectionRow } from './inspection.js';
import { InspectionActs } from './inspection.policy.js';
import { InspectionsRepository } from './inspections.repository.js';

/** What every inspection verb needs from around it: the organisation's day and policy, evidence by its hash, the event. */
@Injectable()
export class InspectionDesk {
  constructor(
    private readonly organizations: Organizations, private readonly evidence: EvidenceFiles, private readonly repository: InspectionsRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  async today(tx: TenantTx): Promise<string> {
    const { timeZone } = await this.organizations.own(tx);
    return localDate(this.clock.now(), timeZone);
  }

  async signOffPolicy(tx: TenantTx): Promise<{ threePersons: boolean }> {
    return (await this.organizations.own(tx)).signOffPolicy;
  }

  async open(tx: TenantTx, row: InspectionRow, delivery: Delivery): Promise<void> {
    if (!await this.repository.open(tx, row, delivery)) throw conflict('inspection.already_opened', { note: delivery.noteNumber });
    await this.record(tx, InspectionActs.open, row.id, { deliveryId: delivery.id, kind: row.kind, criticality: row.criticality });
  }

  /** To be attached with name and hash as they are now: the statement keeps them when the file itself is destroyed (domain.md §2.3, conflict of retention). */
  async filesOf(tx: TenantTx, ids: readonly string[]): Promise<EvidenceFile[]> {
    const files = await this.evidence.byIds(tx, ids);
    if (files.length !== new Set(ids).size) throw notFound('evidence');
    return files;
  }

  async record(tx: TenantTx, act: Act, inspectionId: string, detail: JsonObject): Promise<void> {
    await this.audit.record(tx, act, { kind: 'inspection', id: inspectionId }, detail);
  }
}
