/** In the order of the road; `withdrawn` and `agreed` end it (domain.md §3.2, Request). */
export const REQUEST_STATES = ['sent', 'acknowledged', 'answering', 'submitted', 'under_review', 'returned', 'agreed', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** What the rows of both sides say. Later stages add what they know; who cannot see a row (a buyer no draft) leaves it out. */
export interface RequestRows {
  readonly withdrawnAt: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly answeringSince?: Date | null;
  readonly submittedAt?: Date | null;
  readonly releasedAt?: Date | null;
  readonly returnedAt?: Date | null;
  readonly agreedAt?: Date | null;
}

const isAfter = (a: Date | null | undefined, b: Date | null | undefined): boolean => !!a && (!b || a.getTime() > b.getTime());

/**
 * Nobody writes the state: it follows from who acted last. An answer that was returned is answered anew once a newer submission exists;
 * an agreement stands even if the request was withdrawn later.
 */
export function requestState(rows: RequestRows): RequestState {
  if (rows.agreedAt) return 'agreed';
  if (rows.withdrawnAt) return 'withdrawn';
  if (isAfter(rows.submittedAt, rows.releasedAt) && isAfter(rows.submittedAt, rows.returnedAt)) return 'submitted';
  if (isAfter(rows.returnedAt, rows.releasedAt)) return 'returned';
  if (rows.releasedAt) return 'under_review';
  if (rows.answeringSince) return 'answering';
  return rows.acknowledgedAt ? 'acknowledged' : 'sent';
}

const WAITS_FOR_SUPPLIER: readonly RequestState[] = ['sent', 'acknowledged', 'answering', 'returned'];

/** Late from the day after the due date, as long as the supplier has the next step; days are those of the buyer's zone. */
export function isLate(state: RequestState, dueOn: string, today: string): boolean {
  return WAITS_FOR_SUPPLIER.includes(state) && today > dueOn;
}

/** A request whose due date, facts or existence may still change. */
export function isOpen(state: RequestState): boolean {
  return state !== 'agreed' && state !== 'withdrawn';
}
