import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { canonicalText, sha256Hex } from '@platform/signing';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { InspectionActs } from './inspection.policy.js';
import { InspectionDesk } from './inspection-desk.js';
import { InspectionsRepository } from './inspections.repository.js';
import type { Verdict } from './verdict.rules.js';

export interface Judgement { readonly verdict: Verdict | null; readonly statementSha256: string; readonly unmet: readonly string[] }

/** The inspector's word on the lot (検査完了). The verdict is computed, not chosen, and from here on nothing in it can change. */
@Injectable()
export class JudgeLot {
  constructor(
    private readonly db: TenantDb, private readonly repository: InspectionsRepository, private readonly desk: InspectionDesk, private readonly clock: Clock,
  ) {}

  /** Throws what `Inspection.judge` throws. */
  async execute(actor: Actor, inspectionId: string): Promise<Judgement> {
    authorize(actor, InspectionActs.judge, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, inspectionId));
  }

  async within(tx: TenantTx, inspectionId: string): Promise<Judgement> {
    const inspection = await this.repository.locked(tx, inspectionId);
    const statement = inspection.judge(tx.actor, this.clock.now(), await this.desk.today(tx));
    const canonical = canonicalText(statement);
    const statementSha256 = sha256Hex(new TextEncoder().encode(canonical));
    await this.repository.freeze(tx, statement, canonical, statementSha256);
    await this.repository.sign(tx, inspectionId, 'judge', statementSha256, this.clock.now());
    await this.desk.record(tx, InspectionActs.judge, inspectionId, { verdict: statement.verdict, unmet: statement.unmet, statementSha256 });
    return { verdict: statement.verdict, statementSha256, unmet: statement.unmet };
  }
}
