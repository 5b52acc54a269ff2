import type { OrderLedgerLine } from '@libs/insight';
import type { StatusView } from '@pure/insight';
import { ORDER_COLUMNS } from '@pure/order';
import type { OrderLedgerField, OrderLineState } from '@pure/order';
import { check, day, link, number, status, table, word, words } from '../web/cells.view.js';
import type { Cell, TableView } from '../web/cells.view.js';
import type { ListFilter } from '../web/list.view.js';

export const STATES = ['draft', 'ordered', 'part_delivered', 'fully_delivered', 'accepted', 'closed_rejected', 'cancelled'] as const satisfies readonly OrderLineState[];
export const SIDES = ['buyer', 'supplier'] as const;
export type Side = (typeof SIDES)[number];

const TONES: Readonly<Record<OrderLineState, StatusView['tone']>> = {
  draft: 'none', ordered: 'wait', part_delivered: 'wait', fully_delivered: 'info', accepted: 'done', closed_rejected: 'stop', cancelled: 'stop',
};

/** What is late comes before where it stands. */
export function orderStatus({ state, deliveryLate, inspectionLate }: Pick<OrderLedgerLine, 'state' | 'deliveryLate' | 'inspectionLate'>): StatusView {
  if (inspectionLate) return { tone: 'late', key: 'portal_orders.inspection_late' };
  return deliveryLate ? { tone: 'late', key: 'portal_orders.delivery_late' } : { tone: TONES[state], key: `order.state.${state}` };
}

const choices = (values: readonly string[], keys: string): ListFilter['choices'] => values.map((value) => ({ value, label: `${keys}.${value}` }));
export function filtersOf(side: Side, bothSides: boolean): ListFilter[] {
  const own: ListFilter[] = side === 'supplier' ? [] : [{ name: 'secure', label: 'order.field.secure_requirement', choices: choices(['yes', 'no'], 'order.secure') }];
  return [
    ...(bothSides ? [{ name: 'side', label: 'portal_orders.side', choices: choices(SIDES, 'portal_orders.side') }] : []),
    { name: 'state', label: 'common.field.status', choices: choices(side === 'supplier' ? STATES.slice(1) : STATES, 'order.state') },
    { name: 'late', label: 'portal_orders.late', choices: choices(['delivery', 'inspection'], 'portal_orders.late') }, ...own,
  ];
}

const numberOf = ({ poNumber, lineNo }: OrderLedgerLine): string => `${poNumber}-${lineNo}`;
const buyerOf = ({ buyerName, buyerNameEn }: OrderLedgerLine): Cell => words({ ja: buyerName ?? '', en: buyerNameEn ?? buyerName ?? '' });

const BUYER = [
  'portal_orders.choose', 'common.field.status', 'order.field.job_number', 'order.field.po_number', 'order.field.supplier', 'order.field.governing_document', 'order.field.secure_requirement',
  'order.field.contract_form', 'order.field.item_name', 'order.field.quantity', 'order.field.due_on', 'order.field.inspection_due_on', 'order.field.ordered_on', 'portal_orders.lots',
];
export const BUYER_SORTS = [null, null, null, 'po', 'supplier', null, null, null, 'item', null, 'due', 'inspection', 'ordered', null] as const;

/** Where it stands first, then 表11 and 表12, then the order itself: on a narrow screen the right end is scrolled to. A draft has a box: several are placed at once. */
export function buyerTable(rows: readonly OrderLedgerLine[], mayPlace: boolean, empty: string): TableView {
  return table('order.title', BUYER, rows.map((row) => [
    mayPlace && row.state === 'draft' ? check('line', row.id, numberOf(row), false, 'place') : words(''), status(orderStatus(row)), words(row.jobNumber), link(numberOf(row), `/orders/${row.id}`),
    words(row.makerName, row.factoryName), word(`order.governing.${row.governingDocument}`), secureCell(row), word(`order.contract.${row.contractForm}`), words(row.itemName, row.model),
    number(row.quantity, row.unit), day(row.dueOn), day(row.inspectionDueOn), day(row.orderedOn), number(row.lots),
  ]), empty);
}

/** あり with the agreement it is placed under; なし stands alone. */
const secureCell = (row: OrderLedgerLine): Cell => row.agreementRequestId
  ? link({ ja: 'あり', en: 'Yes' }, `/requests/${row.agreementRequestId}`, row.agreementNumber) : word(`order.secure.${row.secureRequirement ? 'yes' : 'no'}`);

const SUPPLIER = [
  'order.field.po_number', 'common.noun.buyer', 'order.field.governing_document', 'order.field.contract_form', 'order.field.item_name', 'order.field.quantity', 'order.field.ordered_on',
  'order.field.due_on', 'order.field.delivery_place', 'common.field.status', 'order.field.received_quantity',
];
export const SUPPLIER_SORTS = ['po', null, null, null, 'item', null, 'ordered', 'due', null, null, null] as const;

/** What an order says to the one who was given it: not the buyer's job, ledger, judgement or reasons. */
export function supplierTable(rows: readonly OrderLedgerLine[], empty: string): TableView {
  return table('portal_orders.received_title', SUPPLIER, rows.map((row) => [
    link(numberOf(row), `/orders/${row.id}`), buyerOf(row), word(`order.governing.${row.governingDocument}`), word(`order.contract.${row.contractForm}`), words(row.itemName, row.model),
    number(row.quantity, row.unit), day(row.orderedOn), day(row.dueOn), words(row.deliveryPlace), status({ tone: TONES[row.state], key: `order.state.${row.state}` }), number(row.receivedQuantity, row.unit),
  ]), empty);
}

/** The same columns as the empty ledger, so that what went out can come in again. */
const FILE_CELLS: Readonly<Record<OrderLedgerField, (row: OrderLedgerLine) => Cell>> = {
  jobNumber: (row) => words(row.jobNumber), poNumber: (row) => words(row.poNumber), lineNo: (row) => number(row.lineNo), counterpartyCode: (row) => words(row.counterpartyCode),
  makerName: (row) => words(row.makerName), factoryName: (row) => words(row.factoryName), governingDocument: (row) => word(`order.governing.${row.governingDocument}`),
  secureRequirement: (row) => word(`order.secure.${row.secureRequirement ? 'yes' : 'no'}`), noRequirementReason: (row) => words(row.noRequirementReason),
  contractForm: (row) => word(`order.contract.${row.contractForm}`), agreement: (row) => words(row.agreementNumber), itemName: (row) => words(row.itemName), model: (row) => words(row.model),
  quantity: (row) => number(row.quantity), unit: (row) => words(row.unit), orderedOn: (row) => words(row.orderedOn), dueOn: (row) => words(row.dueOn),
  deliveryPlace: (row) => words(row.deliveryPlace), inspectionDueOn: (row) => words(row.inspectionDueOn), amount: (row) => number(row.amount),
  paymentTermsDays: (row) => number(row.paymentTermsDays), criticality: (row) => row.criticality ? word(`order.criticality.${row.criticality}`) : words(''),
  state: (row) => word(`order.state.${row.state}`), receivedQuantity: (row) => number(row.receivedQuantity), version: (row) => number(row.version),
};

export function orderFile(rows: readonly OrderLedgerLine[]): TableView {
  return table('order.title', ORDER_COLUMNS.map(({ label }) => label), rows.map((row) => ORDER_COLUMNS.map(({ field }) => FILE_CELLS[field](row))), 'order.none', rows.length);
}
