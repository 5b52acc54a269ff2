import { LOT_STATES, lotStatus } from '@pure/insight';
import type { LotLine } from '@libs/insight';
import { day, link, number, status, table, words } from '../web/cells.view.js';
import type { Cell } from '../web/cells.view.js';
import { listView } from '../web/list.view.js';
import type { ListQuery } from '../web/list-query.rules.js';

export const LOT_ASKS = { filters: { state: LOT_STATES as readonly string[] }, sorts: ['note', 'day', 'payment'] };
const COLUMNS = ['delivery.field.note_number', 'portal_deliveries.item', 'portal.home.party', 'delivery.field.quantity', 'portal_deliveries.day', 'portal_deliveries.payment', 'portal_deliveries.inspection_due', 'common.field.status'];
const SORTS = ['note', null, null, null, 'day', 'payment', null, null];

export interface WhoLooks { readonly receives: boolean; readonly announces: boolean; readonly supplier: boolean }

export function lotsTable(lines: readonly LotLine[], who: WhoLooks) {
  const rows = lines.map((line): Cell[] => [
    link(line.noteNumber, addressOf(line, who), `${line.poNumber}-${line.lineNo}`), words(line.item, line.model), partyCell(line), number(line.quantity, line.unit),
    day(line.receivedOn ?? line.arrivesOn), day(line.paymentDueOn), day(line.inspectionDueOn), status(lotStatus(line.state))]);
  return table('delivery.title', COLUMNS, rows, who.supplier ? 'portal_deliveries.empty_supplier' : 'portal_deliveries.empty');
}

/** The factory stands in the buyer's ledger; whoever does not see it is the supplier, and sees the buyer. */
const partyCell = ({ maker, factory, buyer, buyerEn }: LotLine): Cell => maker === null ? words({ ja: buyer ?? '', en: buyerEn ?? buyer ?? '' }) : words(maker, factory);

/** What is on its way has no page of its own: who receives goods is led to the receipt, everybody else to the order. */
function addressOf({ id, state, orderLineId }: LotLine, { receives }: WhoLooks): string {
  if (state !== 'announced') return `/deliveries/${id}`;
  return receives ? `/deliveries/new?order=${orderLineId}&announcement=${id}` : `/orders/${orderLineId}`;
}

export function deliveriesView(found: { readonly lines: readonly LotLine[]; readonly total: number }, query: ListQuery, who: WhoLooks) {
  return {
    ...who,
    list: listView({
      path: '/deliveries', query, total: found.total, table: lotsTable(found.lines, who), searchHint: 'portal_deliveries.search', sorts: SORTS,
      filters: [{ name: 'state', label: 'common.field.status', choices: LOT_STATES.map((state) => ({ value: state, label: `portal_deliveries.state.${state}` })) }],
    }),
  };
}
