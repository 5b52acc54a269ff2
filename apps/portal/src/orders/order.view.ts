import type { Delivery } from '@libs/delivery';
import type { OrderLedgerLine } from '@libs/insight';
import type { OrderLine, PinnableAgreement } from '@libs/order';
import { paymentDaysLeft } from '@pure/order';
import { day, fact, link, number, phrase, status, table, word, words } from '../web/cells.view.js';
import type { Cell, FactView, TableView } from '../web/cells.view.js';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { orderStatus } from './order-list.view.js';
import type { Side } from './order-list.view.js';

export interface OrderMay { readonly change: boolean; readonly place: boolean; readonly cancel: boolean; readonly receive: boolean; readonly announce: boolean }
export interface OrderInput {
  readonly line: OrderLine;
  readonly ledger: OrderLedgerLine;
  readonly side: Side;
  readonly agreement: PinnableAgreement | null;
  readonly lots: readonly Delivery[];
  /** Of a lot, where there is one that may be seen. */
  readonly inspections: ReadonlyMap<string, string>;
  readonly today: string;
  readonly may: OrderMay;
  readonly problems?: readonly Problem[];
}

export interface OrderView {
  readonly id: string;
  readonly number: string;
  readonly item: string;
  readonly status: Cell;
  readonly facts: readonly FactView[];
  readonly terms: readonly FactView[];
  readonly lots: TableView;
  readonly may: OrderMay;
  readonly cancel: FormView | null;
  readonly draft: boolean;
}

export function orderView(input: OrderInput): OrderView {
  const { line, ledger, side, may, problems = [] } = input;
  return {
    id: line.id, number: `${line.poNumber}-${line.lineNo}`, item: line.itemName, status: status(side === 'buyer' ? orderStatus(ledger) : orderStatus({ ...ledger, inspectionLate: false })),
    facts: side === 'buyer' ? buyerFacts(input) : supplierFacts(input), terms: termFacts(input), lots: lotsTable(input), may, cancel: may.cancel ? formView(['reason'], {}, problems) : null,
    draft: line.state === 'draft',
  };
}

function buyerFacts({ line, ledger, agreement }: OrderInput): FactView[] {
  return [
    fact('order.field.job_number', words(line.jobNumber)), fact('order.field.po_number', words(`${line.poNumber}-${line.lineNo}`)),
    fact('order.field.supplier', link([ledger.makerName, ledger.factoryName].join(' '), `/suppliers/${line.supplierSiteId}`, ledger.counterpartyCode)),
    fact('order.field.governing_document', word(`order.governing.${line.governingDocument}`)),
    fact('order.field.secure_requirement', line.secureRequirement ? word('order.secure.yes') : words({ ja: 'なし', en: 'No' }, line.noRequirementReason)),
    fact('order.field.contract_form', word(`order.contract.${line.contractForm}`)), ...pinFacts(line, agreement),
    fact('order.field.criticality', word(`order.criticality.${line.effectiveCriticality}`)),
    ...(line.cancelReason ? [fact('portal_orders.cancel_reason', words(line.cancelReason))] : []),
  ];
}

/** A pin is for ever; what a draft names is only meant. */
function pinFacts(line: OrderLine, agreement: PinnableAgreement | null): FactView[] {
  if (!line.secureRequirement) return [];
  const label = line.state === 'draft' ? 'portal_orders.planned_agreement' : 'portal_orders.pinned_agreement';
  if (!agreement) return [fact(label, phrase(line.state === 'draft' ? 'portal_orders.no_planned' : 'order.not_pinned'))];
  return [fact(label, link(agreement.requestNumber, `/requests/${agreement.requestId}`, agreement.title))];
}

function supplierFacts({ line, ledger }: OrderInput): FactView[] {
  return [
    fact('order.field.po_number', words(`${line.poNumber}-${line.lineNo}`)), fact('common.noun.buyer', words({ ja: ledger.buyerName ?? '', en: ledger.buyerNameEn ?? ledger.buyerName ?? '' })),
    fact('order.field.governing_document', word(`order.governing.${line.governingDocument}`)), fact('order.field.contract_form', word(`order.contract.${line.contractForm}`)),
    fact('order.field.secure_requirement', word(`order.secure.${line.secureRequirement ? 'yes' : 'no'}`)),
    ...(ledger.agreementRequestId ? [fact('portal_orders.pinned_agreement', link(ledger.agreementNumber ?? '', `/requests/${ledger.agreementRequestId}`))] : []),
    ...(line.cancelReason ? [fact('portal_orders.cancel_reason', words(line.cancelReason))] : []),
  ];
}

function termFacts({ line }: OrderInput): FactView[] {
  return [
    fact('order.field.item_name', words(line.itemName, line.model)), fact('order.field.quantity', number(line.quantity, line.unit)),
    fact('order.field.received_quantity', number(line.receivedQuantity, line.unit)), fact('order.field.ordered_on', day(line.orderedOn)), fact('order.field.due_on', day(line.dueOn)),
    fact('order.field.delivery_place', words(line.deliveryPlace ?? '–')), fact('order.field.inspection_due_on', line.inspectionDueOn ? day(line.inspectionDueOn) : phrase('portal_orders.not_stated')),
    fact('order.field.amount', line.amount === null ? phrase('portal_orders.not_stated') : phrase('portal_orders.yen', { amount: line.amount.toLocaleString('en') })),
    fact('order.field.payment_terms', phrase('order.field.payment_days', { days: line.paymentTermsDays })),
  ];
}

/** One row per lot: 受領日 and 支払期日 beside each other, because the one follows from the other and from nothing else. */
function lotsTable({ lots, inspections, today, line }: OrderInput): TableView {
  const rows = lots.map((lot) => {
    const inspection = inspections.get(lot.id);
    const left = paymentDaysLeft(lot.paymentDueOn, today);
    return [
      link(`${lot.installmentNo}${lot.installmentsTotal ? `/${lot.installmentsTotal}` : ''}`, `/deliveries/${lot.id}`), words(lot.noteNumber), number(lot.quantity, line.unit), day(lot.receivedOn), day(lot.paymentDueOn),
      lot.state === 'returned' ? words('') : phrase(left > 0 ? 'portal_orders.days_left' : 'portal_orders.days_over', { days: Math.abs(left) }),
      inspection ? link({ ja: '検査を見る', en: 'Inspection' }, `/inspections/${inspection}`) : words('–'), word(`portal_orders.lot.${lot.state === 'returned' ? 'returned' : lot.verdict ?? 'open'}`)];
  });
  return table('portal_orders.lots', ['portal_orders.lot_no', 'portal_orders.note', 'order.field.quantity', 'portal_orders.received_on', 'portal_orders.payment_due', 'portal_orders.payment_left',
    'common.noun.inspection', 'portal_orders.verdict'], rows, line.state === 'draft' ? 'portal_orders.no_lots_draft' : 'portal_orders.no_lots');
}
