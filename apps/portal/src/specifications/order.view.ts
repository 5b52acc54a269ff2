import type { Bilingual } from '@pure/catalog';
import type { DraftList } from '@pure/specification';
import { shownWords } from '../catalogs/catalog-words.view.js';
import { draftPath } from './draft-head.view.js';
import type { OpenDraft } from './draft-head.view.js';

export interface OrderView {
  readonly list: DraftList;
  readonly action: string;
  readonly back: string;
  readonly rows: readonly { readonly key: string; readonly code: string; readonly title: Bilingual; readonly group: Bilingual | null; readonly gate: string | null; readonly rank: number }[];
}

/** Steps of ten, so that a number in between puts an item in between, as in every slip of a Japanese office. */
const STEP = 10;

export function orderView({ specification: { id }, reading }: OpenDraft, list: DraftList): OrderView {
  return {
    list, action: `${draftPath(id)}/order?list=${list}`, back: `${draftPath(id)}/${list === 'requirements' ? 'details' : 'checklist'}`,
    rows: list === 'requirements'
      ? reading.requirements.map((item, index) => ({ key: item.key, code: item.code, title: shownWords(item), group: item.group, gate: null, rank: (index + 1) * STEP }))
      : reading.checklist.map((item, index) => ({ key: item.key, code: item.code, title: item.title, group: null, gate: item.gate, rank: (index + 1) * STEP })),
  };
}
