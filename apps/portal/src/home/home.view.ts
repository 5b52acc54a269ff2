import type { HomeItem, HomeLists, ItemKind, Task } from '@libs/insight';
import { certificateStatus } from '@pure/insight';
import { bothOf, day, link, number, status, table, word, words } from '../web/cells.view.js';
import type { TableView } from '../web/cells.view.js';
import { text } from '../web/text.rules.js';

const SHOWN = 20;
const COLUMNS = ['portal.home.task', 'portal.home.what', 'portal.home.party', 'common.field.due_date', 'common.field.status'];
/** Where each task is done; everything else leads to the thing itself. */
const DESKS: Readonly<Partial<Record<Task, string>>> = {
  approve_specification: '/specifications/drafts/:id/approval', review_response: '/reviews/', receive: '/deliveries/new?announcement=', open_inspection: '/deliveries/',
  judge: '/inspections/:id/work', answer: '/questionnaires/', answer_again: '/questionnaires/', response: '/questionnaires/', sign: '/signatures/',
};
const PATHS: Readonly<Record<ItemKind, string>> = {
  specification: '/specifications/drafts/', request: '/requests/', statement: '/responses/', announcement: '/deliveries/new?announcement=', order: '/orders/',
  delivery: '/deliveries/', inspection: '/inspections/', certificate: '/certificates/',
};

/** Where a line of the home page leads. */
export function whereTo({ task, kind, id }: Pick<HomeItem, 'task' | 'kind' | 'id'>): string {
  const path = DESKS[task] ?? PATHS[kind];
  return path.includes(':id') ? path.replace(':id', id) : path + id;
}

export interface HomeView {
  readonly today: string;
  readonly idle: boolean;
  readonly counts: TableView | null;
  readonly waiting: TableView;
  readonly waitingCount: number;
  readonly late: TableView;
  readonly lateCount: number;
  readonly sent: TableView;
  readonly certificates: TableView;
}

export function homeView(lists: HomeLists, today: string): HomeView {
  const { side, waiting, late, sent, beyond } = lists;
  const which = side.supplier && !side.buyer ? 'supplier' : 'buyer';
  return {
    today, idle: !side.buyer && !side.supplier, counts: lists.counts && countsTable(lists.counts),
    waiting: itemTable('waiting', waiting, beyond.waiting), waitingCount: waiting.length + beyond.waiting,
    late: itemTable('late', late, beyond.late), lateCount: late.length + beyond.late,
    sent: itemTable('sent', sent, beyond.sent, `sent_empty_${which === 'buyer' && !lists.counts ? 'inspection' : which}`), certificates: certificateTable(lists.certificates, `portal.home.certificates_empty_${which}`),
  };
}

/** `beyond`: how many more there are than were read. */
function itemTable(name: string, items: readonly HomeItem[], beyond: number, empty = `${name}_empty`): TableView {
  const more = Math.max(0, items.length - SHOWN) + beyond;
  return { ...table(`portal.home.${name}`, COLUMNS, items.slice(0, SHOWN).map(itemRow), `portal.home.${empty}`), more: more > 0 ? text('portal.table.more', { count: more }) : null };
}

function itemRow(item: HomeItem): ReturnType<typeof words>[] {
  return [
    word(`insight.task.${item.task}`), link(item.number, whereTo(item), item.title), words(item.party, item.place), day(item.due), status(item.status)];
}

function countsTable(counts: NonNullable<HomeLists['counts']>): TableView {
  const late = counts.reduce((sum, one) => sum + one.late, 0);
  const columns = [...counts.map(({ state }) => `insight.request.${state}`), 'portal.home.counts_late'];
  return table('portal.home.counts', columns, [[...counts.map(({ count }) => number(count)), number(late)]], 'portal.home.sent_empty_buyer');
}

const CERTIFICATE_COLUMNS = ['portal.certificate.number', 'portal.certificate.item', 'portal.certificate.issuer', 'portal.certificate.supplier', 'portal.certificate.issued_on', 'common.field.status'];

export function certificateTable(lines: HomeLists['certificates'], empty: string, limit = 500): TableView {
  const rows = lines.map((line) => [
    link(line.number, `/certificates/${line.id}`, `${line.poNumber} / ${line.noteNumber}`), words(line.item), words(line.issuer),
    words(bothOf(line.supplier), line.factory), day(line.issuedOn), status(certificateStatus(line.state))]);
  return table('portal.certificate.list', CERTIFICATE_COLUMNS, rows, empty, limit);
}
