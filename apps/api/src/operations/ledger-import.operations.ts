import { CommitOrderImport, ORDER_COLUMNS, ORDER_IMPORT, ORDER_TEMPLATE, OrderActs, PreviewOrderImport } from '@libs/order';
import { CommitSupplierImport, PreviewSupplierImport, SUPPLIER_COLUMNS, SUPPLIER_IMPORT, SUPPLIER_KINDS, SUPPLIER_TEMPLATE, SupplierActs } from '@libs/supplier';
import { ImportPreviews, TemplateWriter } from '@platform/workbook';
import type { LedgerColumn } from '@platform-pure/workbook';
import { ledgerTemplate } from '@platform-pure/workbook';
import { download, query, verb } from '../web/operation.js';
import type { Operation, Reading } from '../web/operation.js';
import type { ObjectOf } from '../web/schema.js';
import { oneOf, optional } from '../web/schema.js';
import { FILE, XLSX, fileName, importPreview, language, toImport, workbookFile } from './import.schemas.js';

type Told = Promise<ReturnType<typeof toImport>>;
const shown = async ({ tx, get, words }: Reading, kind: string, columns: readonly LedgerColumn[], previewId: string): Told =>
  toImport(await get(ImportPreviews).byId(tx, kind, previewId), columns, words);
const supplierImport = (reading: Reading, previewId: string): Told => shown(reading, SUPPLIER_IMPORT, SUPPLIER_COLUMNS, previewId);
const orderImport = (reading: Reading, previewId: string): Told => shown(reading, ORDER_IMPORT, ORDER_COLUMNS, previewId);
type Given = ObjectOf<{ language: typeof language }>;

/** The two ledgers as files: a template out, a file in, what it would change, and the word to do so. */
export const ledgerImportOperations: readonly Operation[] = [
  download('downloadSupplierTemplate', 'get /supplier-imports/template', SupplierActs.register, 'The empty supplier ledger (表10) as a workbook with drop-downs and instructions', {
    covers: [], query: { language }, gives: XLSX,
    read: async ({ get, words }, { query: asked }: { query: Given }) => workbookFile('suppliers-template.xlsx', () => get(TemplateWriter).xlsx(ledgerTemplate(SUPPLIER_TEMPLATE, words.in(asked.language).say))) }),
  verb(PreviewSupplierImport, 'post /supplier-imports', SupplierActs.register, 'Reads a ledger of factories (Excel or CSV) and says row by row what it would change; the body is the file')({
    takes: FILE, query: { fileName, kind: optional(oneOf(SUPPLIER_KINDS)) }, args: ({ query: words, uploadPath }) => [{ path: uploadPath(), fileName: words.fileName }, words.kind ?? 'equipment'],
    answer: importPreview, told: (reading, previewId) => supplierImport(reading, previewId), description: '`kind` stands for rows that do not say theirs.' }),
  query('getSupplierImport', 'get /supplier-imports/{previewId}', SupplierActs.register, 'What a file would change in the supplier ledger, or did', {
    covers: [], answer: importPreview, read: (reading, { path }) => supplierImport(reading, path.previewId) }),
  verb(CommitSupplierImport, 'post /supplier-imports/{previewId}/commit', SupplierActs.register, 'Takes over every good row of a preview; rows that somebody changed meanwhile stay as conflicts')({
    args: ({ path }) => [path.previewId], answer: importPreview, told: (reading, _, { path }) => supplierImport(reading, path.previewId) }),

  download('downloadOrderTemplate', 'get /order-imports/template', OrderActs.register, 'The empty procurement ledger (表11, 表12) as a workbook with drop-downs and instructions', {
    covers: [], query: { language }, gives: XLSX,
    read: async ({ get, words }, { query: asked }: { query: Given }) => workbookFile('orders-template.xlsx', () => get(TemplateWriter).xlsx(ledgerTemplate(ORDER_TEMPLATE, words.in(asked.language).say))) }),
  verb(PreviewOrderImport, 'post /order-imports', OrderActs.register, 'Reads a list of order lines (Excel or CSV) and says row by row what it would change; the body is the file')({
    takes: FILE, query: { fileName }, args: ({ query: words, uploadPath }) => [{ path: uploadPath(), fileName: words.fileName }],
    answer: importPreview, told: (reading, previewId) => orderImport(reading, previewId) }),
  query('getOrderImport', 'get /order-imports/{previewId}', OrderActs.register, 'What a file would change in the procurement ledger, or did', {
    covers: [], answer: importPreview, read: (reading, { path }) => orderImport(reading, path.previewId) }),
  verb(CommitOrderImport, 'post /order-imports/{previewId}/commit', OrderActs.register, 'Takes over every good row of a preview as drafts; nothing is ordered by it')({
    args: ({ path }) => [path.previewId], answer: importPreview, told: (reading, _, { path }) => orderImport(reading, path.previewId) }),
];
