import type { EvidenceFile } from '@libs/evidence';
import { check, instant, link, size, table, words } from '../web/cells.view.js';
import type { ListQuery } from '../web/list-query.rules.js';
import { listView } from '../web/list.view.js';
import type { ListView } from '../web/list.view.js';
import type { Item } from './item-files.js';

export interface ChooseView {
  readonly code: string;
  readonly title: { readonly ja: string; readonly en: string };
  readonly place: string;
  readonly path: string;
  readonly list: ListView;
}

/** Our own files, to put some of them behind this answer; those that are there already cannot be chosen again. */
export function chooseView({ opened, question: { requirement, draft }, place }: Item, query: ListQuery, found: { readonly files: readonly EvidenceFile[]; readonly total: number }): ChooseView {
  const path = `/questionnaires/${opened.request.id}/items/${encodeURIComponent(requirement.key)}/files`;
  const there = new Set(draft.evidence.map(({ id }) => id));
  const rows = found.files.map((file) => [
    there.has(file.id) ? words({ ja: '添付済み', en: 'Attached' }) : check('evidenceId', file.id, { ja: `${file.fileName} を選ぶ`, en: `Choose ${file.fileName}` }),
    link(file.fileName, `/evidence/${file.id}`), size(file.byteSize), words(file.uploadedByName), instant(file.uploadedAt)]);
  const columns = ['portal_questionnaires.choose.pick', 'evidence.field.file_name', 'evidence.field.byte_size', 'evidence.field.uploaded_by', 'evidence.field.uploaded_at'];
  const files = table('portal_questionnaires.choose.title', columns, rows, 'portal_questionnaires.choose.empty');
  return { code: requirement.code, title: requirement.title, place, path, list: { ...listView({ path, query, table: files, total: found.total, searchHint: 'portal_questionnaires.choose.hint' }), files: null } };
}
