import type { InspectionLine } from '@libs/insight';
import { WAITING_AS, inspectionStatus } from '@pure/insight';
import { day, link, number, status, table, word, words } from '../web/cells.view.js';
import type { Cell } from '../web/cells.view.js';
import { listView } from '../web/list.view.js';
import type { ListQuery } from '../web/list-query.rules.js';

const STATES = ['open', 'judged', 'confirmed', 'approved'] as const;
export const INSPECTION_ASKS = { filters: { state: STATES as readonly string[], waiting: WAITING_AS as readonly string[] }, sorts: ['note', 'received', 'due'] };
const COLUMNS = ['delivery.field.note_number', 'portal_deliveries.item', 'portal.home.party', 'delivery.field.received_on', 'portal_deliveries.inspection_due', 'portal_inspections.recorded', 'portal_inspections.kind', 'common.field.status'];
const SORTS = ['note', null, null, 'received', 'due', null, null, null];

export interface Roles { readonly inspector: boolean; readonly confirmer: boolean; readonly approver: boolean; readonly supplier: boolean }

export function inspectionsTable(lines: readonly InspectionLine[], roles: Roles) {
  const rows = lines.map((line): Cell[] => [
    link(line.noteNumber, line.state === 'open' && roles.inspector ? `/inspections/${line.id}/work` : `/inspections/${line.id}`, `${line.poNumber}-${line.lineNo}`), words(line.item),
    line.maker === null ? words({ ja: line.buyer ?? '', en: line.buyerEn ?? line.buyer ?? '' }) : words(line.maker, line.factory), day(line.receivedOn), day(line.dueOn), number(line.recorded),
    word(`portal_inspections.kind_${line.kind}`), status(line.sentBack && line.state === 'open' ? { tone: 'back', key: 'portal_inspections.sent_back' } : inspectionStatus(line.state, line.verdict))]);
  return table('inspection.title', COLUMNS, rows, roles.supplier ? 'portal_inspections.empty_supplier' : 'portal_inspections.empty');
}

export function inspectionsView(found: { readonly lines: readonly InspectionLine[]; readonly total: number }, query: ListQuery, roles: Roles) {
  const waiting = WAITING_AS.filter((role) => roles[role]);
  return {
    inspector: roles.inspector, supplier: roles.supplier, waiting: waiting.map((role) => ({ href: `/inspections?waiting=${role}`, label: `portal_inspections.waiting_${role}`, current: query.filters.waiting === role })),
    list: listView({
      path: '/inspections', query, total: found.total, table: inspectionsTable(found.lines, roles), searchHint: 'portal_deliveries.search', sorts: SORTS,
      filters: [
        { name: 'state', label: 'common.field.status', choices: STATES.map((state) => ({ value: state, label: `inspection.state.${state}` })) },
        ...(waiting.length > 0 ? [{ name: 'waiting', label: 'portal_inspections.waiting', choices: waiting.map((role) => ({ value: role, label: `organization.roles.${role}` })) }] : []),
      ],
    }),
  };
}
