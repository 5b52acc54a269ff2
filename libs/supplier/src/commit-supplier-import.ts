import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { conflict } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { ImportPreviews } from '@platform/workbook';
import type { PlannedRow } from '@platform-pure/workbook';
import { ApproveSupplierSite } from './approve-supplier-site.js';
import { ChangeSupplierSite } from './change-supplier-site.js';
import { SUPPLIER_IMPORT } from './preview-supplier-import.js';
import { RegisterSupplierSite } from './register-supplier-site.js';
import type { SupplierImportContent } from './supplier-import.rules.js';
import { SupplierActs } from './supplier.policy.js';
import { SupplierSites } from './supplier-sites.queries.js';

/** One row of the plan as the acts it stands for: registered or changed, then approved, each with its own event. */
@Injectable()
export class SupplierRowWriter {
  constructor(
    private readonly sites: SupplierSites, private readonly register: RegisterSupplierSite, private readonly change: ChangeSupplierSite,
    private readonly approve: ApproveSupplierSite,
  ) {}

  /** @returns the factory. Throws `supplier.stale` when somebody changed the row since the preview. */
  async write(tx: TenantTx, { target, content, changes }: PlannedRow): Promise<string> {
    const { site, registeredOn, approvedOn } = content as SupplierImportContent;
    const id = target?.id ?? await this.register.within(tx, { ...site, ...(registeredOn !== undefined && { registeredOn }) });
    if (target) {
      await tx.lock('supplier_site', target.id);
      if ((await this.sites.byId(tx, target.id)).version !== target.version) throw conflict('supplier.stale');
      if (changes.some(({ field }) => field !== 'approvedOn')) await this.change.within(tx, target.id, target.version, site);
    }
    if (approvedOn !== undefined) await this.approve.within(tx, id, approvedOn);
    return id;
  }
}

/** Takes over what a preview said, all good rows in one transaction; what somebody else changed meanwhile is kept as a conflict and not overwritten. */
@Injectable()
export class CommitSupplierImport {
  constructor(private readonly db: TenantDb, private readonly rows: SupplierRowWriter, private readonly previews: ImportPreviews, private readonly clock: Clock) {}

  /** @returns the rows as they came out. Throws `workbook.already_committed`; not_found for a preview that was swept (a day). */
  async execute(actor: Actor, previewId: string): Promise<readonly PlannedRow[]> {
    for (const act of [SupplierActs.register, SupplierActs.change, SupplierActs.approve]) authorize(actor, act, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, previewId));
  }

  async within(tx: TenantTx, previewId: string): Promise<readonly PlannedRow[]> {
    return this.previews.commit(tx, SUPPLIER_IMPORT, previewId, (row) => this.rows.write(tx, row));
  }
}
