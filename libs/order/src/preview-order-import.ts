import { Injectable } from '@nestjs/common';
import { SupplierSites } from '@libs/supplier';
import type { LedgerFile } from '@libs/supplier';
import { Clock } from '@platform/clock';
import { invalid } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { ImportPreviews, WorkbookReader } from '@platform/workbook';
import type { ImportPreviewId } from '@platform/workbook';
import { readLedger } from '@platform-pure/workbook';
import type { PlannedRow, ReadLedger, ReadSheet } from '@platform-pure/workbook';
import { planOrders } from './order-import.rules.js';
import { ORDER_COLUMNS } from './order-ledger.rules.js';
import type { OrderLedgerField } from './order-ledger.rules.js';
import { OrderActs } from './order.policy.js';
import { OrderLines } from './order-lines.queries.js';
import { PinnableAgreements } from './pinnable-agreements.queries.js';

export const ORDER_IMPORT = 'order';

/** The plan of an import against the ledger as it is now. */
@Injectable()
export class OrderImportPlanner {
  constructor(private readonly lines: OrderLines, private readonly sites: SupplierSites, private readonly agreements: PinnableAgreements) {}

  async plan(tx: TenantTx, { rows }: ReadLedger<OrderLedgerField>): Promise<PlannedRow[]> {
    return planOrders(rows, { known: await this.lines.own(tx), sites: await this.sites.list(tx), agreements: await this.agreements.list(tx) });
  }
}

/** Reads a list of order lines (Excel or CSV) and says what it would change. Nothing is written but the preview. */
@Injectable()
export class PreviewOrderImport {
  constructor(
    private readonly db: TenantDb, private readonly planner: OrderImportPlanner, private readonly reader: WorkbookReader, private readonly previews: ImportPreviews,
    private readonly clock: Clock,
  ) {}

  /** Throws what `WorkbookReader` throws, `workbook.no_ledger`, `workbook.no_rows`. */
  async execute(actor: Actor, file: LedgerFile): Promise<ImportPreviewId> {
    authorize(actor, OrderActs.register, this.clock.now());
    const sheets = await this.reader.read(file);
    return this.db.run(actor, (tx) => this.within(tx, file.fileName, sheets));
  }

  async within(tx: TenantTx, fileName: string, sheets: readonly ReadSheet[]): Promise<ImportPreviewId> {
    const ledger = readLedger(sheets, ORDER_COLUMNS);
    if (ledger.missing.length > 0) throw invalid('workbook.no_ledger', { fileName, headings: ledger.missing.map(({ names }) => names[0]).join('・') });
    if (ledger.rows.length === 0) throw invalid('workbook.no_rows', { fileName });
    const rows = await this.planner.plan(tx, ledger);
    return this.previews.keep(tx, ORDER_IMPORT, fileName, { sheets: ledger.sheets, unread: ledger.unread, rows });
  }
}
