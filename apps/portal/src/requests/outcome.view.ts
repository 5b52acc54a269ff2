import { link, phrase, status, table, words } from '../web/cells.view.js';
import type { TableView } from '../web/cells.view.js';
import type { Addressee } from './addressees.js';
import { nameOf } from './sending.view.js';

const FAILURES: Readonly<Record<string, string>> = { 'request.contact_missing': 'contact', 'request.edition_superseded': 'edition' };
export interface OutcomeView { readonly sent: number; readonly failed: number; readonly addressees: TableView }

/** One line per addressee: its request, or why there is none. */
export function outcomeView(
  sent: readonly { readonly id: string; readonly number: string; readonly siteId: string }[], failed: readonly { readonly siteId: string; readonly code: string }[], known: ReadonlyMap<string, Addressee>,
): OutcomeView {
  const who = (siteId: string): string => { const one = known.get(siteId); return one ? nameOf(one) : ''; };
  const failures = failed.filter(({ siteId }) => known.has(siteId));
  const rows = [
    ...sent.map(({ id, number, siteId }) => [words(who(siteId)), link(number, `/requests/${id}`), status({ tone: 'done', key: 'portal_requests.sent_done' })]),
    ...failures.map(({ siteId, code }) => [words(who(siteId)), phrase(`portal_requests.failed.${FAILURES[code] ?? 'other'}`), status({ tone: 'stop', key: 'portal_requests.not_sent' })]),
  ];
  const columns = ['portal_requests.column.addressee', 'request.number', 'common.field.status'];
  return { sent: sent.length, failed: failures.length, addressees: table('portal_requests.outcome', columns, rows, 'portal_requests.nobody') };
}
