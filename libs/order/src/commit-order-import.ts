import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { ImportPreviews } from '@platform/workbook';
import type { PlannedRow } from '@platform-pure/workbook';
import { ChangeOrderDraft } from './change-order-draft.js';
import type { OrderImportContent } from './order-import.rules.js';
import { OrderActs } from './order.policy.js';
import { ORDER_IMPORT } from './preview-order-import.js';
import { RegisterOrderLine } from './register-order-line.js';

/** One row of the plan as the act it stands for. Nothing is ordered by an import: the lines become drafts that name their agreement. */
@Injectable()
export class OrderRowWriter {
  constructor(private readonly register: RegisterOrderLine, private readonly change: ChangeOrderDraft) {}

  /** @returns the line. Throws `order.stale` and `order.not_a_draft` when somebody was there since the preview. */
  async write(tx: TenantTx, { target, content }: PlannedRow): Promise<string> {
    const terms = content as OrderImportContent;
    if (!target) return this.register.within(tx, terms);
    await this.change.within(tx, { ...terms, orderLineId: target.id, version: target.version });
    return target.id;
  }
}

/** Takes over what a preview said, all good rows in one transaction; what somebody else changed meanwhile is kept as a conflict and not overwritten. */
@Injectable()
export class CommitOrderImport {
  constructor(private readonly db: TenantDb, private readonly rows: OrderRowWriter, private readonly previews: ImportPreviews, private readonly clock: Clock) {}

  /** @returns the rows as they came out. Throws `workbook.already_committed`; not_found for a preview that was swept (a day). */
  async execute(actor: Actor, previewId: string): Promise<readonly PlannedRow[]> {
    for (const act of [OrderActs.register, OrderActs.change]) authorize(actor, act, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, previewId));
  }

  async within(tx: TenantTx, previewId: string): Promise<readonly PlannedRow[]> {
    return this.previews.commit(tx, ORDER_IMPORT, previewId, (row) => this.rows.write(tx, row));
  }
}
