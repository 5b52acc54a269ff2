import { THREAD_STEPS, threadView } from './thread.rules.js';
import type { ThreadFacts } from './thread.rules.js';

const nothing: ThreadFacts = { specification: null, requests: 0, request: null, statement: null, inspections: 0, inspection: null, certificate: null };
const whole: ThreadFacts = {
  specification: { editionId: 'e', number: 'SPEC-2026-001', edition: 2, requirements: 12 }, requests: 1,
  request: { id: 'r', number: 'REQ-1', state: 'agreed', late: false }, statement: { id: 's', revision: 2, state: 'agreed', evidence: 3 }, inspections: 1,
  inspection: { id: 'i', noteNumber: 'N-1', state: 'approved', verdict: 'passed' }, certificate: { id: 'c', number: 'TD-2026-0001', state: 'issued' },
};
const of = (facts: ThreadFacts, name: string) => threadView(facts, 'request').steps.find(({ step }) => step === name)!;

describe('the thread', () => {
  it('has the seven steps in the order of the road, and says where it stands', () => {
    const { steps } = threadView(whole, 'answer');
    expect(steps.map(({ step }) => step)).toEqual(THREAD_STEPS);
    expect(steps.filter(({ current }) => current).map(({ step }) => step)).toEqual(['answer']);
  });

  it('links every step of a finished chain', () => {
    expect(threadView(whole, 'certificate').steps.every(({ href, tone }) => href !== null && tone === 'done')).toBe(true);
  });

  it('says not yet, without a link, where there is nothing to see', () => {
    expect(threadView(nothing, 'specification').steps.every(({ href, state }) => href === null && state === 'common.thread.not_yet')).toBe(true);
  });

  it('tells several requests or lots by their number', () => {
    expect(of({ ...nothing, requests: 45 }, 'request')).toMatchObject({ state: 'insight.thread.several', detail: { params: { count: 45 } }, href: null });
    expect(of({ ...whole, inspection: null, certificate: null, inspections: 2 }, 'inspection')).toMatchObject({ detail: { params: { count: 2 } }, href: null });
  });

  it('does not say not yet where the chain divides', () => {
    expect(of({ ...nothing, requests: 45 }, 'answer').state).toBe('insight.thread.per_request');
    expect(of({ ...whole, inspection: null, certificate: null, inspections: 2 }, 'certificate').state).toBe('insight.thread.per_lot');
  });

  it('never shows a rejected lot as done, nor evidence where none was given', () => {
    expect(of({ ...whole, inspection: { ...whole.inspection!, verdict: 'rejected' } }, 'inspection').tone).toBe('stop');
    expect(of({ ...whole, statement: { ...whole.statement!, evidence: 0 } }, 'evidence')).toMatchObject({ tone: 'none', href: null });
  });
});
