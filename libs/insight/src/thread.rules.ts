import type { CertificateState } from '@pure/certificate';
import type { InspectionState } from '@pure/inspection';
import type { RequestState } from '@pure/request';
import { certificateStatus, inspectionStatus, requestStatus } from './status.rules.js';
import type { StatusView, Tone } from './status.rules.js';

export const THREAD_STEPS = ['requirement', 'specification', 'request', 'answer', 'evidence', 'inspection', 'certificate'] as const;
export type ThreadStepName = (typeof THREAD_STEPS)[number];

export interface ThreadText { readonly $text: string; readonly params: Readonly<Record<string, string | number>> }

export interface ThreadStepView {
  readonly step: ThreadStepName;
  readonly tone: Tone;
  /** Key of its state's word. */
  readonly state: string;
  /** Which one, or how many: a number as it is, or a text with its parameters. */
  readonly detail: string | ThreadText | null;
  readonly href: string | null;
  readonly current: boolean;
}

export interface ThreadView { readonly steps: readonly ThreadStepView[] }

export type AnswerState = 'submitted' | 'released' | 'returned' | 'agreed';

/** What the asking organisation may see of one chain. Several of a kind are told by their number only. */
export interface ThreadFacts {
  readonly specification: { readonly editionId: string; readonly number: string; readonly edition: number; readonly requirements: number } | null;
  readonly requests: number;
  readonly request: { readonly id: string; readonly number: string; readonly state: RequestState; readonly late: boolean } | null;
  readonly statement: { readonly id: string; readonly revision: number; readonly state: AnswerState; readonly evidence: number } | null;
  readonly inspections: number;
  readonly inspection: { readonly id: string; readonly noteNumber: string; readonly state: InspectionState; readonly verdict: 'passed' | 'rejected' | null } | null;
  readonly certificate: { readonly id: string; readonly number: string; readonly state: CertificateState } | null;
}

type Step = Omit<ThreadStepView, 'step' | 'current'>;

const NOT_YET: Step = { tone: 'none', state: 'common.thread.not_yet', detail: null, href: null };
const branch = (state: string): Step => ({ tone: 'info', state, detail: null, href: null });
/** Where the chain divides, what follows is told on the pages of its branches. */
const PER_REQUEST = branch('insight.thread.per_request');
const PER_LOT = branch('insight.thread.per_lot');
const ANSWER: Readonly<Record<AnswerState, Tone>> = { submitted: 'wait', released: 'info', returned: 'back', agreed: 'done' };
const text = ($text: string, params: ThreadText['params']): ThreadText => ({ $text, params });
const step = ({ tone, key }: StatusView, detail: Step['detail'], href: string | null): Step => ({ tone, state: key, detail, href });
const several = (count: number): Step => ({ tone: 'info', state: 'insight.thread.several', detail: text('insight.thread.count', { count }), href: null });

/** The line on top of every object of a chain (design §6): each step with its state, and a link where there is something to see. */
export function threadView(facts: ThreadFacts, current: ThreadStepName): ThreadView {
  const steps: Record<ThreadStepName, Step> = {
    requirement: requirementStep(facts), specification: specificationStep(facts), request: requestStep(facts), answer: answerStep(facts),
    evidence: evidenceStep(facts), inspection: inspectionStep(facts), certificate: certificateStep(facts),
  };
  return { steps: THREAD_STEPS.map((name) => ({ step: name, ...steps[name], current: name === current })) };
}

function requirementStep({ specification }: ThreadFacts): Step {
  if (!specification) return NOT_YET;
  return { tone: 'done', state: 'insight.thread.chosen', detail: text('insight.thread.count', { count: specification.requirements }), href: `/specifications/${specification.editionId}#requirements` };
}

function specificationStep({ specification }: ThreadFacts): Step {
  if (!specification) return NOT_YET;
  const { editionId, number, edition } = specification;
  return { tone: 'done', state: 'insight.thread.approved', detail: text('insight.thread.edition', { number, edition }), href: `/specifications/${editionId}` };
}

function requestStep({ request, requests }: ThreadFacts): Step {
  if (request) return step(requestStatus(request.state, request.late), request.number, `/requests/${request.id}`);
  return requests > 0 ? several(requests) : NOT_YET;
}

function answerStep({ statement, requests }: ThreadFacts): Step {
  if (!statement) return requests > 1 ? PER_REQUEST : NOT_YET;
  return step({ tone: ANSWER[statement.state], key: `insight.answer.${statement.state}` }, text('insight.thread.submission', { revision: statement.revision }), `/responses/${statement.id}`);
}

function evidenceStep({ statement, requests }: ThreadFacts): Step {
  if (!statement) return requests > 1 ? PER_REQUEST : NOT_YET;
  if (statement.evidence === 0) return { tone: 'none', state: 'insight.thread.no_evidence', detail: null, href: null };
  return { tone: 'done', state: 'insight.thread.files', detail: text('insight.thread.count', { count: statement.evidence }), href: `/responses/${statement.id}#evidence` };
}

function inspectionStep({ inspection, inspections, requests }: ThreadFacts): Step {
  if (inspection) return step(inspectionStatus(inspection.state, inspection.verdict), inspection.noteNumber, `/inspections/${inspection.id}`);
  if (requests > 1) return PER_REQUEST;
  return inspections > 0 ? several(inspections) : NOT_YET;
}

function certificateStep({ certificate, requests, inspections }: ThreadFacts): Step {
  if (!certificate && requests > 1) return PER_REQUEST;
  if (!certificate && inspections > 1) return PER_LOT;
  return certificate ? step(certificateStatus(certificate.state), certificate.number, `/certificates/${certificate.id}`) : NOT_YET;
}
