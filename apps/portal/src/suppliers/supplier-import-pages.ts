import { Injectable, StreamableFile } from '@nestjs/common';
import { SUPPLIER_COLUMNS, SUPPLIER_IMPORT, SUPPLIER_KINDS, SUPPLIER_TEMPLATE } from '@libs/supplier';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { ImportPreviews, TemplateWriter } from '@platform/workbook';
import { ledgerTemplate } from '@platform-pure/workbook';
import { table } from '../web/cells.view.js';
import { asDownload } from '../web/download.js';
import { formView } from '../web/form.view.js';
import type { PortalRequest } from '../web/http.js';
import { Page, TableFile } from '../web/page.js';
import { Pages } from '../web/pages.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import { importView, refusedFile } from './import.view.js';
import type { LedgerWords } from './import.view.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LEDGER: LedgerWords = {
  path: '/suppliers/import', list: '/suppliers', columns: SUPPLIER_COLUMNS,
  word: (field, value) => field === 'kind' ? `supplier.kind.${String(value)}` : typeof value === 'boolean' ? `common.${value ? 'yes' : 'no'}` : null,
};

@Injectable()
export class SupplierImportPages {
  constructor(private readonly db: TenantDb, private readonly previews: ImportPreviews, private readonly templates: TemplateWriter, private readonly pages: Pages) {}

  upload(typed: object, problems: readonly Problem[] = []): Page {
    const kinds = SUPPLIER_KINDS.map((value) => ({ value, label: text(`supplier.kind.${value}`) }));
    return new Page('suppliers/import', { form: formView(['file', 'kind'], typed, problems), kinds }, { title: 'portal_suppliers.import_title' });
  }

  async template(request: PortalRequest, format: unknown): Promise<StreamableFile | TableFile> {
    if (format === 'csv') return new TableFile('suppliers-template', 'csv', table('portal_suppliers.title', SUPPLIER_COLUMNS.map(({ label }) => label), [], 'supplier.empty'));
    const file = await this.templates.xlsx(ledgerTemplate(SUPPLIER_TEMPLATE, (await this.pages.reader(request)).say));
    return new StreamableFile(file, { type: XLSX, disposition: asDownload('suppliers-template.xlsx') });
  }

  /** @throws not_found for a stranger's, and for one that was swept. */
  async show(actor: Actor, id: string, problems: readonly Problem[] = []): Promise<Page> {
    const preview = await this.db.run(actor, (tx) => this.previews.byId(tx, SUPPLIER_IMPORT, id));
    return new Page('suppliers/import-preview', { preview: importView(preview, LEDGER), problems: formView([], {}, problems).problems }, { title: 'portal_suppliers.import_title' });
  }

  async refused(actor: Actor, request: PortalRequest, id: string, format: unknown): Promise<TableFile> {
    const { say } = await this.pages.reader(request);
    const preview = await this.db.run(actor, (tx) => this.previews.byId(tx, SUPPLIER_IMPORT, id));
    return new TableFile('suppliers-refused', format === 'csv' ? 'csv' : 'xlsx', refusedFile(preview, LEDGER, ({ $text, params }) => say($text, params)));
  }
}
