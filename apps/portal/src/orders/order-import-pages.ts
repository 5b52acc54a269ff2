import { Injectable, StreamableFile } from '@nestjs/common';
import { ORDER_COLUMNS, ORDER_IMPORT, ORDER_TEMPLATE } from '@libs/order';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { ImportPreviews, TemplateWriter } from '@platform/workbook';
import { ledgerTemplate } from '@platform-pure/workbook';
import { importView, refusedFile } from '../suppliers/import.view.js';
import type { LedgerWords } from '../suppliers/import.view.js';
import { table } from '../web/cells.view.js';
import { asDownload } from '../web/download.js';
import { formView } from '../web/form.view.js';
import type { PortalRequest } from '../web/http.js';
import { Page, TableFile } from '../web/page.js';
import { Pages } from '../web/pages.js';
import type { Problem } from '../web/problems.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WORDS: Readonly<Record<string, string>> = { governingDocument: 'order.governing', contractForm: 'order.contract', criticality: 'order.criticality' };
const LEDGER: LedgerWords = {
  path: '/orders/import', list: '/orders', columns: ORDER_COLUMNS,
  word: (field, value) => typeof value === 'boolean' ? `order.secure.${value ? 'yes' : 'no'}` : WORDS[field] ? `${WORDS[field]}.${String(value)}` : null,
};

@Injectable()
export class OrderImportPages {
  constructor(private readonly db: TenantDb, private readonly previews: ImportPreviews, private readonly templates: TemplateWriter, private readonly pages: Pages) {}

  upload(problems: readonly Problem[] = []): Page {
    return new Page('orders/import', { form: formView(['file'], {}, problems) }, { title: 'portal_orders.import_title' });
  }

  async template(request: PortalRequest, format: unknown): Promise<StreamableFile | TableFile> {
    if (format === 'csv') return new TableFile('orders-template', 'csv', table('order.title', ORDER_COLUMNS.map(({ label }) => label), [], 'order.none'));
    const file = await this.templates.xlsx(ledgerTemplate(ORDER_TEMPLATE, (await this.pages.reader(request)).say));
    return new StreamableFile(file, { type: XLSX, disposition: asDownload('orders-template.xlsx') });
  }

  /** @throws not_found for a stranger's, and for one that was swept. */
  async show(actor: Actor, id: string, problems: readonly Problem[] = []): Promise<Page> {
    const preview = await this.db.run(actor, (tx) => this.previews.byId(tx, ORDER_IMPORT, id));
    return new Page('orders/import-preview', { preview: importView(preview, LEDGER), problems: formView([], {}, problems).problems }, { title: 'portal_orders.import_title' });
  }

  async refused(actor: Actor, request: PortalRequest, id: string, format: unknown): Promise<TableFile> {
    const { say } = await this.pages.reader(request);
    const preview = await this.db.run(actor, (tx) => this.previews.byId(tx, ORDER_IMPORT, id));
    return new TableFile('orders-refused', format === 'csv' ? 'csv' : 'xlsx', refusedFile(preview, LEDGER, ({ $text, params }) => say($text, params)));
  }
}
