import type { RequestListAsk, RequestListLine } from '@libs/insight';
import { REQUEST_SORTS, requestStatus } from '@pure/insight';
import { day, instant, link, status, table, words } from '../web/cells.view.js';
import type { Cell } from '../web/cells.view.js';
import { likePattern, windowOf } from '../web/list-query.rules.js';
import type { Asks, ListQuery } from '../web/list-query.rules.js';
import { listView } from '../web/list.view.js';
import type { ListFilter, ListView } from '../web/list.view.js';
import { text } from '../web/text.rules.js';

/** As a buyer's list can show them: what waits for the supplier's signer is still being answered to the buyer. */
export const LISTED_STATES = ['sent', 'acknowledged', 'answering', 'under_review', 'returned', 'agreed', 'withdrawn'] as const;
export const ATTENTION = ['late', 'soon', 'bounced'] as const;

export interface Choices {
  readonly suppliers: readonly { readonly code: string; readonly name: string }[];
  readonly specifications: readonly { readonly id: string; readonly number: string }[];
}

export const asksOf = ({ suppliers, specifications }: Choices): Asks => ({
  filters: { state: LISTED_STATES, attention: ATTENTION, supplier: suppliers.map((one) => one.code), specification: specifications.map((one) => one.id) }, sorts: REQUEST_SORTS,
});

/** The question as the list of requests understands it. */
export function askOf(query: ListQuery, today: string): RequestListAsk {
  const { state, attention, supplier, specification } = query.filters;
  return {
    today, ...(query.search && { search: likePattern(query.search) }), ...(state && { state: state as RequestListAsk['state'] }), ...(supplier && { supplier }),
    ...(specification && { specificationId: specification }), late: attention === 'late', dueSoon: attention === 'soon', bounced: attention === 'bounced',
    sort: query.sort as RequestListAsk['sort'], descending: query.descending, ...windowOf(query),
  };
}

const COLUMNS = ['request.number', 'request.respondent', 'common.noun.specification', 'request.due_on', 'common.field.status', 'portal_requests.column.progress',
  'portal_requests.column.attention', 'portal_requests.column.reminded', 'portal.request.sent'];
const SORTS = ['number', 'respondent', null, 'due', 'state', null, null, null, 'sent'] as const;

export function requestsView(found: { readonly lines: readonly RequestListLine[]; readonly total: number }, query: ListQuery, choices: Choices): ListView {
  const empty = query.search || Object.keys(query.filters).length > 0 ? 'portal_requests.none_found' : 'request.empty.sent';
  return withNames(listView({
    path: '/requests', query, total: found.total, searchHint: 'portal_requests.search_hint', filters: filters(choices), sorts: SORTS,
    table: table('portal_requests.title', COLUMNS, found.lines.map(row), empty, found.lines.length),
  }));
}

/** Suppliers and specifications are data: their names stand as they are. */
const withNames = (list: ListView): ListView => ({
  ...list, filters: list.filters.map((filter) => (filter.name === 'supplier' || filter.name === 'specification'
    ? { ...filter, choices: filter.choices.map((choice) => (choice.value ? { ...choice, label: text('portal_requests.as_is', { value: choice.label.$text }) } : choice)) } : filter)),
});

function row(line: RequestListLine): Cell[] {
  return [
    link(line.number, `/requests/${line.id}`), words(line.respondent.makerName, line.respondent.factoryName), words(line.specificationNumber, { ja: line.title.ja, en: line.title.en ?? line.title.ja }), day(line.dueOn),
    status(requestStatus(line.state, line.late)), words(progressOf(line)),
    line.bounced ? status({ tone: 'late', key: 'portal_requests.bounced' }) : words(''), day(line.remindedOn), instant(line.sentAt),
  ];
}

/** 12/32, from the supplier's own count; nothing before it began. */
export const progressOf = ({ asked, answered }: { readonly asked?: number | null; readonly answered?: number | null }): string =>
  (typeof asked === 'number' && typeof answered === 'number' ? `${answered}/${asked}` : '');

function filters({ suppliers, specifications }: Choices): ListFilter[] {
  return [
    { name: 'state', label: 'common.field.status', choices: LISTED_STATES.map((value) => ({ value, label: `insight.request.${value}` })) },
    { name: 'attention', label: 'portal_requests.column.attention', choices: ATTENTION.map((value) => ({ value, label: `portal_requests.attention.${value}` })) },
    { name: 'supplier', label: 'portal_requests.filter.supplier', choices: suppliers.map(({ code: value, name }) => ({ value, label: `${value}　${name}` })) },
    { name: 'specification', label: 'common.noun.specification', choices: specifications.map(({ id: value, number }) => ({ value, label: number })) },
  ];
}
