import { Injectable } from '@nestjs/common';
import { RecordOutcome } from '@libs/delivery';
import { Requests } from '@libs/request';
import { Clock } from '@platform/clock';
import { Ledger } from '@platform/ledger';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import type { SignInspectionInput } from './confirm-inspection.js';
import type { FrozenInspection } from './inspections.queries.js';
import { InspectionActs } from './inspection.policy.js';
import { InspectionDesk } from './inspection-desk.js';
import { InspectionsRepository } from './inspections.repository.js';

/** What an approval does outside its own tables: the lot's outcome and the proof in the request's chain. An observation does neither. */
@Injectable()
export class ApprovalEffects {
  constructor(private readonly outcomes: RecordOutcome, private readonly requests: Requests, private readonly ledger: Ledger) {}

  async apply(tx: TenantTx, { document, sha256 }: FrozenInspection, today: string): Promise<void> {
    const { verdict, basis, lot, inspectedOn, inspectionId } = document;
    if (verdict === null || basis.request === null) return;
    await this.outcomes.within(tx, lot.deliveryId, { verdict, inspectedOn, acceptedOn: verdict === 'passed' ? today : null });
    const request = await this.requests.byId(tx, basis.request.id);
    const chain = { id: request.id, buyerOrganizationId: request.buyerOrganizationId, supplierOrganizationId: request.supplierOrganizationId };
    await this.ledger.append(tx, chain, { kind: InspectionActs.approve.name, objectId: inspectionId, objectSha256: sha256 });
  }
}

/** 承認者: the buyer's formal decision on the lot (検収). A passed lot is accepted on this day; a rejected one is notified to the supplier. */
@Injectable()
export class ApproveInspection {
  constructor(
    private readonly db: TenantDb, private readonly repository: InspectionsRepository, private readonly effects: ApprovalEffects,
    private readonly desk: InspectionDesk, private readonly clock: Clock,
  ) {}

  /** Throws what `Inspection.approve` throws. */
  async execute(actor: Actor, input: SignInspectionInput): Promise<void> {
    authorize(actor, InspectionActs.approve, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, { inspectionId, statementSha256 }: SignInspectionInput): Promise<void> {
    const inspection = await this.repository.locked(tx, inspectionId);
    inspection.approve(tx.actor, statementSha256);
    await this.repository.sign(tx, inspectionId, 'approve', statementSha256, this.clock.now());
    await this.repository.release(tx, inspectionId, this.clock.now());
    const statement = inspection.statement as FrozenInspection;
    await this.effects.apply(tx, statement, await this.desk.today(tx));
    await this.desk.record(tx, InspectionActs.approve, inspectionId, { verdict: statement.document.verdict, kind: inspection.row.kind, statementSha256 });
  }
}
