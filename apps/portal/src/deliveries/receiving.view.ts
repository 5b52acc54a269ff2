import type { Announcement } from '@libs/delivery';
import type { OpenOrder } from '@libs/insight';
import type { OrderLine } from '@libs/order';
import { openQuantity, paymentDueOn } from '@pure/order';
import { check, day, link, number, table, words } from '../web/cells.view.js';
import type { Cell, TableView } from '../web/cells.view.js';
import { formView } from '../web/form.view.js';
import type { FieldView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import { typedOf } from './typed.rules.js';
import type { TypedLot } from './typed.rules.js';

const RECEIVE = ['portal_deliveries.choose', 'portal_deliveries.order', 'portal_deliveries.item', 'portal.home.party', 'portal_deliveries.open', 'portal_deliveries.due', 'portal_deliveries.announced_note'];
const ANNOUNCE = ['portal_deliveries.order', 'portal_deliveries.item', 'portal.home.party', 'portal_deliveries.open', 'portal_deliveries.due'];

/** Orders of which something is still to come: to be ticked (several may stand on one 納品書), or to be followed. */
export function openOrdersTable(orders: readonly OpenOrder[], purpose: 'receive' | 'announce'): TableView {
  const rows = orders.map((order): Cell[] => {
    const number_ = `${order.poNumber}-${order.lineNo}`;
    const rest = [number(order.open, order.unit), day(order.dueOn)];
    if (purpose === 'announce') return [link(number_, `/deliveries/announce?order=${order.id}`), words(order.item, order.model), words({ ja: order.buyer ?? '', en: order.buyerEn ?? order.buyer ?? '' }), ...rest];
    const address = `/deliveries/new?order=${order.id}${order.announcementId ? `&announcement=${order.announcementId}` : ''}`;
    return [check('order', order.id, `${number_} ${order.item}`), link(number_, address), words(order.item, order.model), words(order.maker, order.factory), ...rest, words(order.announcedNote)];
  });
  return table('portal_deliveries.open_orders', purpose === 'receive' ? RECEIVE : ANNOUNCE, rows, `portal_deliveries.no_orders_${purpose}`);
}

/** One order line of the paper, with what the supplier said would come. */
export interface LineInput { readonly line: OrderLine; readonly supplier: string; readonly announcement: Announcement | null; readonly typed: TypedLot | null }

export interface ReceiveInput {
  readonly lines: readonly LineInput[];
  readonly today: string;
  readonly typed: { readonly noteNumber: string; readonly receivedOn: string };
  readonly kept: readonly { readonly id: string; readonly fileName: string }[];
  readonly problems: readonly Problem[];
}

export function receiveView({ lines, today, typed, kept, problems }: ReceiveInput) {
  const ofNote = problems.filter(({ field }) => !field?.startsWith('lines.')).map((problem) => ({ ...problem, field: problem.field && NOTE.includes(problem.field) ? problem.field : 'noteNumber' }));
  const form = formView(NOTE, typed, ofNote);
  const views = lines.map((line, index) => lineView(line, index, today, problems));
  return { form: { ...form, problems: [...form.problems, ...views.flatMap((line) => line.problems)] }, today, kept, lines: views, several: lines.length > 1 };
}

const NOTE = ['noteNumber', 'receivedOn', 'scan'];
const FIELDS: Readonly<Record<string, keyof TypedLot>> = { quantity: 'quantity', installmentsTotal: 'total', serials: 'serials', versions: 'versions' };

function lineView({ line, supplier, announcement, typed }: LineInput, index: number, today: string, problems: readonly Problem[]) {
  const open = openQuantity(line.quantity, [line.receivedQuantity]);
  const values = typed ?? typedOf(announcement ?? { quantity: open, installmentsTotal: null, serials: [], versions: [] });
  const wrong = problems.filter(({ field }) => field?.startsWith(`lines.${index}.`)).map(({ field, text: said }) => ({ name: FIELDS[field!.split('.')[2]!] ?? 'quantity', said }));
  const field = (name: keyof TypedLot): FieldView => ({ id: `${name}-${index}`, value: values[name], values: [], error: wrong.find((one) => one.name === name)?.said ?? null });
  return {
    orderId: line.id, announcementId: announcement?.id ?? '', number: `${line.poNumber}-${line.lineNo}`, item: line.itemName, model: line.model, supplier, unit: line.unit,
    open: text('portal_deliveries.open_words', { open, unit: line.unit, ordered: line.quantity, received: line.receivedQuantity }),
    payment: paymentDueOn(today, line.paymentTermsDays), days: line.paymentTermsDays,
    announced: announcement && { note: announcement.noteNumber, on: announcement.arrivesOn, by: announcement.announcedBy, quantity: announcement.quantity, more: announcement.quantity > open },
    problems: wrong.map(({ name, said }) => ({ text: said, href: `#${name}-${index}` })),
    quantity: field('quantity'), total: field('total'), serials: field('serials'), versions: field('versions'),
  };
}

const ANNOUNCED = ['noteNumber', 'quantity', 'total', 'arrivesOn', 'serials', 'versions'];

export function announceView(line: OrderLine, buyer: { readonly ja: string; readonly en: string }, typed: object | null, problems: readonly Problem[] = []) {
  const open = openQuantity(line.quantity, [line.receivedQuantity]);
  const named = problems.map((problem) => problem.field === 'installmentsTotal' ? { ...problem, field: 'total' } : problem);
  return {
    orderId: line.id, number: `${line.poNumber}-${line.lineNo}`, item: line.itemName, model: line.model, buyer, unit: line.unit, due: line.dueOn,
    open: text('portal_deliveries.open_words', { open, unit: line.unit, ordered: line.quantity, received: line.receivedQuantity }), form: formView(ANNOUNCED, typed ?? { quantity: String(open) }, named),
  };
}
