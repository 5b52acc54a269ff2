import type { Language } from '@platform-pure/tenancy';
import type { ImportPlan, PlannedRow } from '@platform-pure/workbook';
import { valueOf } from '../answer-kinds/index.js';
import type { DraftContent } from '../answer.rules.js';
import type { Question } from '../journey.rules.js';
import { itemContent, mergeItem } from './merge.rules.js';
import type { ItemContent, ItemField, Merge } from './merge.rules.js';
import type { Placement, PlacedItem, Stray, Warning } from './place.rules.js';

/** What a preview keeps of one question. */
export interface PlannedItem extends Pick<Merge, 'before' | 'after' | 'filed' | 'changes' | 'conflicts' | 'kept'> { readonly kind: 'item'; readonly language: Language; readonly placed: PlacedItem }
export interface PlannedStray { readonly kind: 'stray'; readonly stray: Stray }
export interface PlannedWarning { readonly kind: 'warning'; readonly warning: Warning }

/** The version and content an answer had when the workbook went out, where it is known. */
export type Bases = ReadonlyMap<string, DraftContent>;

/** Everything of a placed workbook as rows of a preview: the questions in their order, then the cells without a place, then what is to be known. */
export function planWorkbook(placement: Placement, questions: readonly Question[], bases: Bases): ImportPlan {
  const byKey = new Map(placement.items.map((item) => [item.key, item]));
  const items = questions.flatMap((question) => {
    const placed = byKey.get(question.requirement.key);
    return placed ? [plannedItem(placed, question, bases.get(placed.key), placement.language)] : [];
  });
  return { sheets: [], unread: [], rows: [...items, ...placement.strays.map(plannedStray), ...placement.warnings.map(plannedWarning)] };
}

export function plannedItem(placed: PlacedItem, { requirement, draft }: Question, base: DraftContent | undefined, language: Language): PlannedRow {
  const { outcome, ...merge } = mergeItem(base && itemContent(base), placed.filed, itemContent(draft));
  const content: PlannedItem = { kind: 'item', language, placed, ...merge };
  return {
    ...blank(placed.sheet, placed.row), name: requirement.code, outcome, content, target: { id: requirement.key, version: draft.version },
    changes: [...merge.changes, ...merge.conflicts].map((field) => ({ field, before: plain(merge.before, field), after: plain(merge.filed, field) })),
  };
}

const plannedStray = (stray: Stray): PlannedRow => ({ ...blank(stray.sheet, stray.row), name: stray.cell, content: { kind: 'stray', stray } satisfies PlannedStray, raw: [stray.text] });
const plannedWarning = (warning: Warning): PlannedRow => ({ ...blank('', 0), name: warning.code, content: { kind: 'warning', warning } satisfies PlannedWarning });

const blank = (sheet: string, number: number): PlannedRow => ({ sheet, number, name: '', outcome: 'faulty', changes: [], problems: [], target: null, content: null, raw: [] });
const plain = (content: ItemContent, field: ItemField): string | null => (field === 'answer' ? valueOf(content.answer) || null : content[field]);

export const isItem = (row: PlannedRow): row is PlannedRow & { readonly content: PlannedItem; readonly target: NonNullable<PlannedRow['target']> } => (row.content as { kind?: string } | null)?.kind === 'item';
export const isStray = (row: PlannedRow): row is PlannedRow & { readonly content: PlannedStray } => (row.content as { kind?: string } | null)?.kind === 'stray';
export const isWarning = (row: PlannedRow): row is PlannedRow & { readonly content: PlannedWarning } => (row.content as { kind?: string } | null)?.kind === 'warning';

export type Choice = 'file' | 'here';

/** What a person decided about the questions that both sides changed; a question nobody decided about stays open. */
export function decided(row: PlannedRow, choices: Readonly<Record<string, Choice>>): PlannedRow {
  if (!isItem(row) || row.outcome !== 'conflict') return row;
  const choice = choices[row.target.id];
  if (choice === 'file') return { ...row, outcome: 'changed', content: { ...row.content, after: row.content.filed } satisfies PlannedItem };
  if (choice === 'here') return { ...row, outcome: row.content.changes.length > 0 ? 'changed' : 'unchanged' };
  return row;
}
