import type { Bilingual } from '@pure/catalog';
import type { StatusView } from './status.rules.js';

/** What a line of the home page is about; `statement` and `inspection` have pages, the others lead to the nearest one. */
export type ItemKind = 'specification' | 'request' | 'statement' | 'announcement' | 'order' | 'delivery' | 'inspection' | 'certificate';

/** What is to be done, or what it is: the text `insight.task.<task>`. */
export const TASKS = [
  'approve_specification', 'review_response', 'receive', 'open_inspection', 'judge', 'confirm', 'approve', 'answer', 'answer_again', 'sign',
  'request', 'response', 'announcement', 'deliver', 'inspect',
] as const;
export type Task = (typeof TASKS)[number];

export interface HomeItem {
  readonly task: Task;
  readonly kind: ItemKind;
  readonly id: string;
  readonly number: string;
  readonly title: Bilingual | null;
  readonly party: Bilingual | null;
  readonly place: string | null;
  /** A day, 'YYYY-MM-DD'. */
  readonly due: string | null;
  readonly status: StatusView;
  /** When it came; the order within equal due days. */
  readonly since: Date | null;
}

/** Nearest due day first, then the longest waiting; what has no day comes last. */
export function byUrgency(items: readonly HomeItem[]): HomeItem[] {
  const since = (item: HomeItem): number => item.since?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return [...items].sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999') || since(a) - since(b));
}

export const both = (ja: string, en: string | null = null): Bilingual => ({ ja, en: en ?? ja });
