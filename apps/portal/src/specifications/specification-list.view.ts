import type { SpecificationOverviewLine } from '@libs/insight';
import { CRITICALITIES } from '@pure/specification';
import { instant, link, number, status, table, word, words } from '../web/cells.view.js';
import type { Cell, TableView } from '../web/cells.view.js';
import type { Asks } from '../web/list-query.rules.js';
import type { ListFilter } from '../web/list.view.js';
import { STATE_TONES, draftPath } from './draft-head.view.js';

export const LIST_ASKS = { filters: { state: ['draft', 'in_review', 'approved'], criticality: [...CRITICALITIES] }, sorts: ['number', 'title', 'sent'] } satisfies Asks;
export const LIST_FILTERS: readonly ListFilter[] = [
  { name: 'state', label: 'common.field.status', choices: [
    { value: 'draft', label: 'specification.state.draft' }, { value: 'in_review', label: 'specification.state.in_review' }, { value: 'approved', label: 'portal_specifications.has_edition' }] },
  { name: 'criticality', label: 'portal.criticality', choices: CRITICALITIES.map((value) => ({ value, label: `specification.criticality.${value}` })) },
];
export const LIST_SORTS = ['number', 'title', null, null, null, null, 'sent', null] as const;

const COLUMNS = ['common.field.number', 'common.field.title', 'common.field.status', 'portal_specifications.latest', 'portal.criticality', 'common.field.author', 'portal_specifications.sent', 'portal_specifications.last_sent'];

/** Drafts lead to the desk, approved ones to what was approved; a revision shows both. */
export function specificationTable(lines: readonly SpecificationOverviewLine[], filtered: boolean): TableView {
  return table('portal_specifications.list', COLUMNS, lines.map(row), filtered ? 'common.empty.no_match' : 'specification.empty');
}

function row(line: SpecificationOverviewLine): Cell[] {
  const { id, state, editionId } = line;
  const href = state === 'approved' ? `/specifications/${editionId}` : draftPath(id);
  const title = line.title.ja === '' ? { ja: '（件名なし）', en: '(no title)' } : line.title;
  return [
    link(line.number, href), link(title, href), line.sentBack && state === 'draft' ? status({ tone: 'back', key: 'portal_specifications.sent_back' }) : status({ tone: STATE_TONES[state], key: `specification.state.${state}` }),
    editionId ? link({ ja: `第${line.approvedEdition}版`, en: `Edition ${line.approvedEdition}` }, `/specifications/${editionId}`) : words(''),
    word(`specification.criticality.${line.criticality}`), words(line.authorName), number(line.sent), instant(line.lastSentAt)];
}
