import type { SupplierLedgerLine } from '@libs/insight';
import { SUPPLIER_COLUMNS, SUPPLIER_KINDS } from '@pure/supplier';
import type { SupplierLedgerField } from '@pure/supplier';
import { day, instant, link, number, status, table, word, words } from '../web/cells.view.js';
import type { Cell, TableView } from '../web/cells.view.js';
import type { ListFilter } from '../web/list.view.js';

export const SUPPLIER_FILTERS = { approved: ['yes', 'no'], joined: ['yes', 'no'], kind: SUPPLIER_KINDS } as const;

export const FILTERS: readonly ListFilter[] = [
  { name: 'approved', label: 'portal_suppliers.filter.approved', choices: [{ value: 'yes', label: 'supplier.state.approved' }, { value: 'no', label: 'portal_suppliers.not_approved' }] },
  { name: 'joined', label: 'supplier.site.joined', choices: [{ value: 'yes', label: 'supplier.state.joined' }, { value: 'no', label: 'supplier.state.not_joined' }] },
  { name: 'kind', label: 'supplier.site.kind', choices: SUPPLIER_KINDS.map((value) => ({ value, label: `supplier.kind.${value}` })) },
];

const COLUMNS = [
  'supplier.site.counterparty_code', 'supplier.site.maker_name', 'supplier.site.factory_name', 'supplier.site.address', 'supplier.site.registered_on', 'supplier.site.approved_on',
  'supplier.site.kind', 'portal_suppliers.contact', 'supplier.site.joined', 'supplier.site.open_requests',
];
/** Names of the sorts, in the order of the columns. */
export const SORTS = ['code', 'maker', 'factory', null, 'registered', 'approved', null, null, null, 'open'] as const;

/** On paper an empty 認定日 is easily overlooked; here it is said. */
const approval = (approvedOn: string | null): Cell => approvedOn === null ? status({ tone: 'wait', key: 'portal_suppliers.not_approved' }) : day(approvedOn);
const joining = (joinedAt: Date | null): Cell => joinedAt === null ? status({ tone: 'none', key: 'supplier.state.not_joined' }) : status({ tone: 'done', key: 'supplier.state.joined' });

export function supplierTable(rows: readonly SupplierLedgerLine[], empty: string): TableView {
  return table('portal_suppliers.title', COLUMNS, rows.map((row) => [
    words(row.counterpartyCode), link({ ja: row.makerName, en: row.makerNameEn ?? row.makerName }, `/suppliers/${row.id}`), link(row.factoryName, `/suppliers/${row.id}`),
    words(row.address), day(row.registeredOn), approval(row.approvedOn), word(`supplier.kind.${row.kind}`), words(row.contactName, row.contactEmail), joining(row.joinedAt),
    number(row.openRequests),
  ]), empty);
}

/** What a file says of a factory: the same columns as the empty ledger, so that what went out can come in again. */
const FILE_CELLS: Readonly<Record<SupplierLedgerField, (row: SupplierLedgerLine) => Cell>> = {
  counterpartyCode: (row) => words(row.counterpartyCode), makerName: (row) => words(row.makerName), makerNameEn: (row) => words(row.makerNameEn),
  factoryName: (row) => words(row.factoryName), address: (row) => words(row.address), registeredOn: (row) => words(row.registeredOn), approvedOn: (row) => words(row.approvedOn),
  kind: (row) => word(`supplier.kind.${row.kind}`), sme: (row) => word(row.sme ? 'common.yes' : 'common.no'), contactName: (row) => words(row.contactName),
  contactEmail: (row) => words(row.contactEmail), joined: (row) => row.joinedAt ? instant(row.joinedAt) : word('supplier.state.not_joined'), openRequests: (row) => number(row.openRequests),
  version: (row) => number(row.version),
};

export function supplierFile(rows: readonly SupplierLedgerLine[]): TableView {
  return table('portal_suppliers.title', SUPPLIER_COLUMNS.map(({ label }) => label), rows.map((row) => SUPPLIER_COLUMNS.map(({ field }) => FILE_CELLS[field](row))), 'supplier.empty', rows.length);
}
