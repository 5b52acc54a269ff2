import type { Bilingual } from '@pure/catalog';
import { isLate, requestState } from '@pure/request';
import type { RequestRows, RequestState, Respondent } from '@pure/request';
import { both } from './home-item.rules.js';
import type { HomeItem, Task } from './home-item.rules.js';
import { holds } from './sides.rules.js';
import { requestStatus } from './status.rules.js';

export interface RequestFacts extends RequestRows {
  readonly id: string;
  readonly number: string;
  readonly dueOn: string;
  readonly sentAt: Date;
  readonly respondent: Respondent;
  readonly buyer: Bilingual;
  readonly title: Bilingual | null;
  /** The newest statement that may be seen. */
  readonly statementId: string | null;
  readonly revision: number | null;
  readonly signedAt: Date | null;
  /** How many questions apply and how many of them are answered, as the supplier's own row says; null before it began. */
  readonly asked?: number | null;
  readonly answered?: number | null;
}

export interface RequestStanding { readonly state: RequestState; readonly late: boolean }

/** `today` is a day of the buyer's zone. */
export function standing(request: RequestFacts, today: string): RequestStanding {
  const state = requestState(request);
  return { state, late: isLate(state, request.dueOn, today) };
}

/** One line; what was released leads to the answers, everything else to the request. */
export function requestLine(request: RequestFacts, side: 'buyer' | 'supplier', today: string, task: Task): HomeItem {
  const { state, late } = standing(request, today);
  const { makerName, factoryName } = request.respondent;
  const answers = (task === 'review_response' || task === 'sign') && request.statementId;
  return {
    task, kind: answers ? 'statement' : 'request', id: answers || request.id, number: request.number, title: request.title,
    party: side === 'buyer' ? both(makerName) : request.buyer, place: factoryName, due: request.dueOn, status: requestStatus(state, late),
    since: request.returnedAt ?? request.releasedAt ?? request.submittedAt ?? request.sentAt,
  };
}

/** What the buyer has to do about a request, by role: read what was released and agree or return it. */
export function buyerTask(state: RequestState, roles: readonly string[]): Task | null {
  return state === 'under_review' && holds(roles, 'procurement', 'requester') ? 'review_response' : null;
}

/** What the supplier has to do, by role. A statement waits for its signer until it is signed; the rest is the worker's. */
export function supplierTask(state: RequestState, signed: boolean, roles: readonly string[]): Task | null {
  if (state === 'submitted') return !signed && holds(roles, 'supplier_signer') ? 'sign' : null;
  if (!holds(roles, 'supplier_contact', 'supplier_respondent')) return null;
  if (state === 'returned') return 'answer_again';
  return state === 'sent' || state === 'acknowledged' || state === 'answering' ? 'answer' : null;
}

export interface StateCount { readonly state: RequestState; readonly count: number; readonly late: number }

const COUNTED: readonly RequestState[] = ['sent', 'acknowledged', 'answering', 'under_review', 'returned', 'agreed'];

/** How many requests stand where, in the order of the road; those that nobody is in are named too. */
export function inOrder(counts: readonly StateCount[]): StateCount[] {
  return COUNTED.map((state) => counts.find((one) => one.state === state) ?? { state, count: 0, late: 0 });
}

/** What the status list can be ordered by; by state means by how far a request is. */
export const REQUEST_SORTS = ['number', 'respondent', 'due', 'sent', 'state'] as const;
export type RequestSort = (typeof REQUEST_SORTS)[number];
