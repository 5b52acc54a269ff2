import { Injectable } from '@nestjs/common';
import { Organizations } from '@libs/organization';
import { Clock } from '@platform/clock';
import { invalid } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { ImportPreviews, WorkbookReader } from '@platform/workbook';
import type { ImportPreviewId } from '@platform/workbook';
import { localDate } from '@platform-pure/forms';
import { readLedger } from '@platform-pure/workbook';
import type { ReadSheet } from '@platform-pure/workbook';
import { planSuppliers } from './supplier-import.rules.js';
import { SUPPLIER_COLUMNS } from './supplier-ledger.rules.js';
import { SupplierActs } from './supplier.policy.js';
import type { SupplierKind } from './supplier.rules.js';
import { SupplierSites } from './supplier-sites.queries.js';

export interface LedgerFile { readonly path: string; readonly fileName: string }
export const SUPPLIER_IMPORT = 'supplier';

/** Reads a ledger of factories (Excel or CSV) and says what it would change. Nothing is written but the preview. */
@Injectable()
export class PreviewSupplierImport {
  constructor(
    private readonly db: TenantDb, private readonly sites: SupplierSites, private readonly organizations: Organizations,
    private readonly reader: WorkbookReader, private readonly previews: ImportPreviews, private readonly clock: Clock,
  ) {}

  /** `kind` stands for rows that do not say theirs. Throws what `WorkbookReader` throws, `workbook.no_ledger`, `workbook.no_rows`. */
  async execute(actor: Actor, file: LedgerFile, kind: SupplierKind): Promise<ImportPreviewId> {
    authorize(actor, SupplierActs.register, this.clock.now());
    const sheets = await this.reader.read(file);
    return this.db.run(actor, (tx) => this.within(tx, file.fileName, sheets, kind));
  }

  async within(tx: TenantTx, fileName: string, sheets: readonly ReadSheet[], kind: SupplierKind): Promise<ImportPreviewId> {
    const ledger = readLedger(sheets, SUPPLIER_COLUMNS);
    if (ledger.missing.length > 0) throw invalid('workbook.no_ledger', { fileName, headings: ledger.missing.map(({ names }) => names[0]).join('・') });
    if (ledger.rows.length === 0) throw invalid('workbook.no_rows', { fileName });
    const { timeZone } = await this.organizations.own(tx);
    const rows = planSuppliers(ledger.rows, { known: await this.sites.list(tx), today: localDate(this.clock.now(), timeZone), kind });
    return this.previews.keep(tx, SUPPLIER_IMPORT, fileName, { sheets: ledger.sheets, unread: ledger.unread, rows });
  }
}
