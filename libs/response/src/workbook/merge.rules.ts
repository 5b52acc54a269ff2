import type { Language } from '@platform-pure/tenancy';
import { sameContent } from '../answer.rules.js';
import type { DraftContent } from '../answer.rules.js';
import type { AnswerValue } from '../answer-kinds/index.js';
import { joinRemark, splitRemark } from './evidence-note.rules.js';
import type { FiledItem } from './read-item.rules.js';

/** An answer as a workbook shows it: the note on evidence apart from the comment. */
export interface ItemContent {
  readonly answer: AnswerValue | null;
  readonly comment: string | null;
  readonly note: string | null;
  readonly compensatingMeasure: string | null;
}
export const ITEM_FIELDS = ['answer', 'comment', 'note', 'compensatingMeasure'] as const;
export type ItemField = (typeof ITEM_FIELDS)[number];

export interface Merge {
  readonly outcome: 'changed' | 'unchanged' | 'conflict';
  /** What stands here now. */
  readonly before: ItemContent;
  /** With the file's changes, and where both sides changed the same thing, with what stands here. */
  readonly after: ItemContent;
  /** The same with the file's text where both sides changed the same thing. */
  readonly filed: ItemContent;
  readonly changes: readonly ItemField[];
  readonly conflicts: readonly ItemField[];
  /** Changed here since the download, and left alone by the file. */
  readonly kept: readonly ItemField[];
}

export const itemContent = ({ answer, comment, compensatingMeasure }: DraftContent): ItemContent => ({ answer, ...splitRemark(comment), compensatingMeasure });

export function draftContent({ answer, comment, note, compensatingMeasure }: ItemContent, language: Language): DraftContent {
  return { answer, comment: joinRemark({ comment, note }, language), compensatingMeasure };
}

/**
 * Three-way: what the file was when it went out (`base`), what it says now, what stands here now. One side's change is taken; when both changed
 * the same field, a person decides. Without a base nothing that stands here gives way to a blank cell, and two different texts are a conflict.
 */
export function mergeItem(base: ItemContent | undefined, file: FiledItem, here: ItemContent): Merge {
  const [changes, conflicts, kept]: [ItemField[], ItemField[], ItemField[]] = [[], [], []];
  for (const field of ITEM_FIELDS) {
    const filed = file[field];
    if (filed === undefined || same(field, filed, here[field])) continue;
    const side = whoChanged(field, base, filed, here);
    (side === 'file' ? changes : side === 'both' ? conflicts : kept).push(field);
  }
  const take = (fields: readonly ItemField[]): ItemContent => ({ ...here, ...Object.fromEntries(fields.map((field) => [field, file[field]])) });
  return {
    outcome: conflicts.length > 0 ? 'conflict' : changes.length > 0 ? 'changed' : 'unchanged', before: here, after: take(changes), filed: take([...changes, ...conflicts]), changes, conflicts, kept,
  };
}

function whoChanged(field: ItemField, base: ItemContent | undefined, filed: ItemContent[ItemField], here: ItemContent): 'file' | 'here' | 'both' {
  if (base) return same(field, filed, base[field]) ? 'here' : same(field, here[field], base[field]) ? 'file' : 'both';
  return here[field] === null ? 'file' : filed === null ? 'here' : 'both';
}

function same(field: ItemField, a: ItemContent[ItemField], b: ItemContent[ItemField]): boolean {
  if (field !== 'answer') return plain(a as string | null) === plain(b as string | null);
  const blank = { comment: null, compensatingMeasure: null };
  return sameContent({ ...blank, answer: a as AnswerValue | null }, { ...blank, answer: b as AnswerValue | null });
}

/** Spreadsheets trim and break lines in their own way: that alone is no change. */
const plain = (text: string | null): string => (text ?? '').replace(/\r\n?/g, '\n').replace(/[ \t]+$/gm, '').trim();
