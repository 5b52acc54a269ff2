import { REQUEST_STATES, isLate, isOpen, requestState } from './request.states.js';
import type { RequestRows } from './request.states.js';

const day = (date: number): Date => new Date(Date.UTC(2026, 10, date));
const state = (rows: Partial<RequestRows>): string => requestState({ withdrawnAt: null, acknowledgedAt: null, ...rows });

describe('the state of a request', () => {
  it('follows what both sides did', () => {
    const road = { acknowledgedAt: day(2), answeringSince: day(3), submittedAt: day(4), releasedAt: day(5) };
    expect(state({})).toBe('sent');
    expect(state({ acknowledgedAt: day(2) })).toBe('acknowledged');
    expect(state({ ...road, submittedAt: null, releasedAt: null })).toBe('answering');
    expect(state({ ...road, releasedAt: null })).toBe('submitted');
    expect(state(road)).toBe('under_review');
    expect(state({ ...road, returnedAt: day(6) })).toBe('returned');
    expect(state({ ...road, returnedAt: day(6), submittedAt: day(7) })).toBe('submitted');
    expect(state({ ...road, returnedAt: day(6), submittedAt: day(7), releasedAt: day(8) })).toBe('under_review');
    expect(state({ ...road, agreedAt: day(9) })).toBe('agreed');
  });

  it('is answering even when nobody acknowledged first', () => expect(state({ answeringSince: day(3) })).toBe('answering'));

  it('ends with a withdrawal, but an agreement outlives it', () => {
    expect(state({ releasedAt: day(5), withdrawnAt: day(6) })).toBe('withdrawn');
    expect(state({ agreedAt: day(6), withdrawnAt: day(7) })).toBe('agreed');
  });

  it('is late from the day after the due date while the supplier has the next step', () => {
    expect(isLate('sent', '2026-11-20', '2026-11-20')).toBe(false);
    expect(REQUEST_STATES.filter((candidate) => isLate(candidate, '2026-11-20', '2026-11-21'))).toEqual(['sent', 'acknowledged', 'answering', 'returned']);
  });

  it('is open until it is agreed or withdrawn', () => {
    expect(REQUEST_STATES.filter((candidate) => !isOpen(candidate))).toEqual(['agreed', 'withdrawn']);
  });
});
