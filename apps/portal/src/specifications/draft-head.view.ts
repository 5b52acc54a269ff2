import type { PublishedEdition } from '@libs/catalog';
import type { DraftReading, SpecificationView } from '@libs/specification';
import type { Bilingual } from '@pure/catalog';
import type { Tone } from '@pure/insight';
import type { DraftTask, DraftTaskName, DraftTaskState, SpecificationState } from '@pure/specification';
import type { FieldError } from '@platform-pure/errors';
import { messageKeyOf } from '@platform-pure/errors';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';

/** A draft with everything its pages show. */
export interface OpenDraft {
  readonly specification: SpecificationView;
  readonly reading: DraftReading;
  /** The catalogue editions that are chosen from. */
  readonly editions: readonly PublishedEdition[];
  readonly tasks: readonly DraftTask[];
}

export const draftPath = (id: string): string => `/specifications/drafts/${id}`;
export const itemPath = (id: string, key: string): string => `${draftPath(id)}/items/${encodeURIComponent(key)}`;

export const STATE_TONES: Readonly<Record<SpecificationState, Tone>> = { draft: 'info', in_review: 'wait', approved: 'done' };
const TASK_TONES: Readonly<Record<DraftTaskState, Tone>> = { done: 'done', missing: 'back', advice: 'info', open: 'wait', blocked: 'none' };
const TASK_PATHS: Readonly<Record<DraftTaskName, string>> = { basics: 'basics', requirements: 'requirements', details: 'details', checklist: 'checklist', preview: 'preview', submit: 'submission' };

export interface StepView { readonly name: DraftTaskName; readonly tone: Tone; readonly state: TextRef; readonly href: string | null; readonly current: boolean }

export interface DraftHead {
  readonly number: string;
  readonly edition: number;
  readonly title: Bilingual;
  readonly untitled: boolean;
  readonly path: string;
  readonly state: { readonly tone: Tone; readonly key: string };
  readonly steps: readonly StepView[];
}

/** What stands above and beside every page of a draft. */
export function draftHead({ specification, tasks }: OpenDraft, current: string): DraftHead {
  const { id, number, draft, draftEdition, state } = specification;
  return {
    number, edition: draftEdition, title: draft.title, untitled: draft.title.ja === '', path: draftPath(id), state: { tone: STATE_TONES[state], key: `specification.state.${state}` },
    steps: tasks.map((task) => ({
      name: task.name, tone: TASK_TONES[task.state], state: taskState(task), current: task.name === current,
      href: state === 'draft' || task.name === 'preview' ? `${draftPath(id)}/${TASK_PATHS[task.name]}` : null,
    })),
  };
}

export function taskState({ state, problems }: DraftTask): TextRef {
  return state === 'missing' ? text('portal_specifications.task_missing', { count: problems.length }) : text(`portal_specifications.task_${state}`);
}

export interface ProblemLink { readonly text: TextRef; readonly href: string }

/** What is missing, in words, with the way to where it is mended. */
export function problemLinks(id: string, problems: readonly FieldError[]): ProblemLink[] {
  return problems.map(({ field, code, params = {} }) => ({ text: problemText(field, code, params), href: draftPath(id) + placeOf(field, params) }));
}

function problemText(field: string, code: string, params: Readonly<Record<string, string | number>>): TextRef {
  if (code === 'common.required') return text(`portal_specifications.missing_${field}`);
  return text(messageKeyOf(code), params);
}

function placeOf(field: string, { key }: Readonly<Record<string, string | number>>): string {
  const [list, ...rest] = field.split('.');
  if (typeof key === 'string' && list === 'requirements') return `/items/${encodeURIComponent(key)}#${FIELD_IDS[rest.at(-1)!] ?? 'rationale'}`;
  if (list === 'requirements') return rest.length > 0 ? '/details' : '/requirements';
  return list === 'checklist' ? '/checklist' : `/basics#${list}`;
}

const FIELD_IDS: Readonly<Record<string, string>> = { criterion: 'criterion', rationale: 'rationale', evidence_kind: 'evidence', condition: 'condition' };
