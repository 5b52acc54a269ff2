import type { FieldError } from '@platform-pure/errors';
import type { SpecificationState } from './specification.states.js';

export const DRAFT_TASKS = ['basics', 'requirements', 'details', 'checklist', 'preview', 'submit'] as const;
export type DraftTaskName = (typeof DRAFT_TASKS)[number];
/** `advice`: may stay as it is, but somebody should look. `blocked`: something before it is missing. */
export type DraftTaskState = 'done' | 'missing' | 'advice' | 'open' | 'blocked';
export interface DraftTask { readonly name: DraftTaskName; readonly state: DraftTaskState; readonly problems: readonly FieldError[] }

export interface DraftStanding {
  readonly state: SpecificationState;
  readonly requirements: number;
  readonly checklist: number;
  /** Items whose reason is still the catalogue's. */
  readonly inheritedRationale: number;
  /** What keeps the draft from approval, as the guard sees it. */
  readonly problems: readonly FieldError[];
}

/** The way from an empty draft to one that waits for approval, step by step, with what each step still lacks. */
export function draftTasks({ state, requirements, checklist, inheritedRationale, problems }: DraftStanding): DraftTask[] {
  const of = (name: DraftTaskName): FieldError[] => problems.filter((problem) => taskOf(problem) === name);
  const task = (name: DraftTaskName, otherwise: DraftTaskState): DraftTask => {
    const own = of(name);
    return { name, state: own.length > 0 ? 'missing' : otherwise, problems: own };
  };
  return [
    task('basics', 'done'),
    task('requirements', 'done'),
    task('details', requirements === 0 ? 'blocked' : inheritedRationale > 0 ? 'advice' : 'done'),
    task('checklist', checklist === 0 ? 'advice' : 'done'),
    { name: 'preview', state: requirements === 0 ? 'blocked' : 'open', problems: [] },
    { name: 'submit', state: state !== 'draft' ? 'done' : problems.length > 0 ? 'blocked' : 'open', problems: [] },
  ];
}

/** Which step mends a problem: `requirements` itself is choosing, `requirements.1-4.criterion` is the item's page. */
export function taskOf({ field }: Pick<FieldError, 'field'>): DraftTaskName {
  if (field === 'requirements') return 'requirements';
  if (field.startsWith('requirements.')) return 'details';
  return field.startsWith('checklist') ? 'checklist' : 'basics';
}
