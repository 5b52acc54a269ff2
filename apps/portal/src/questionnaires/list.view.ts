import type { AnsweringLine } from '@libs/insight';
import { ANSWERING_STAGES, requestStatus } from '@pure/insight';
import { day, instant, link, status, table, words } from '../web/cells.view.js';
import { listView } from '../web/list.view.js';
import type { ListView } from '../web/list.view.js';
import type { ListQuery } from '../web/list-query.rules.js';
import type { TableView } from '../web/cells.view.js';

export const ASKS = { filters: { stage: ANSWERING_STAGES, only: ['late', 'mine'] }, sorts: ['number', 'due', 'sent'] } as const;
const COLUMNS = ['request.number', 'common.noun.buyer', 'request.due_on', 'common.field.status', 'portal_questionnaires.progress', 'portal_questionnaires.with', 'portal.request.sent'];
const SORTS = ['number', null, 'due', null, null, null, 'sent'] as const;

export interface ListedView { readonly list: ListView; readonly signing: TableView | null }

/** `with` names, per response, those to whom items are handed. `signing` is what waits for the reader's own signature. */
export function questionnairesView(query: ListQuery, found: { readonly lines: readonly AnsweringLine[]; readonly total: number }, names: ReadonlyMap<string, readonly string[]>, signing: readonly AnsweringLine[]): ListedView {
  const filters = [
    { name: 'stage', label: 'common.field.status', choices: ANSWERING_STAGES.map((value) => ({ value, label: `portal_questionnaires.stage.${value}` })) },
    { name: 'only', label: 'portal_questionnaires.only', choices: ['late', 'mine'].map((value) => ({ value, label: `portal_questionnaires.only_${value}` })) },
  ];
  return {
    list: listView({ path: '/questionnaires', query, table: questionnaireTable(found.lines, names), total: found.total, searchHint: 'portal_questionnaires.search', filters, sorts: SORTS }),
    signing: signing.length > 0 ? signingTable(signing) : null,
  };
}

export function questionnaireTable(lines: readonly AnsweringLine[], names: ReadonlyMap<string, readonly string[]>): TableView {
  const rows = lines.map((line) => [
    link(line.number, `/questionnaires/${line.id}`, line.title), words(line.buyer), day(line.dueOn), status(requestStatus(line.state, line.late)), words(`${line.answered} / ${line.asked}`),
    words((names.get(line.responseId ?? '') ?? []).join('、')), instant(line.sentAt)]);
  return table('portal_questionnaires.title', COLUMNS, rows, 'portal_questionnaires.empty', Number.MAX_SAFE_INTEGER);
}

function signingTable(lines: readonly AnsweringLine[]): TableView {
  const rows = lines.map((line) => [link(line.number, `/signatures/${line.statementId}`, line.title), words(line.buyer), day(line.dueOn)]);
  return table('portal_questionnaires.signing', ['request.number', 'common.noun.buyer', 'request.due_on'], rows, 'attestation.none');
}
