import { SPECIFICATION_STATES, canStep, specificationState } from './specification.states.js';
import type { SpecificationStep } from './specification.states.js';

const at = new Date('2026-11-02T00:00:00Z');

describe('the state of a specification', () => {
  it('is a draft, then in review, then approved, and a draft again when a revision is opened', () => {
    expect(specificationState({ draftEdition: 1, approvedEdition: 0, submittedAt: null })).toBe('draft');
    expect(specificationState({ draftEdition: 1, approvedEdition: 0, submittedAt: at })).toBe('in_review');
    expect(specificationState({ draftEdition: 1, approvedEdition: 1, submittedAt: null })).toBe('approved');
    expect(specificationState({ draftEdition: 2, approvedEdition: 1, submittedAt: null })).toBe('draft');
  });

  it.each<[SpecificationStep, string]>([
    ['change', 'draft'], ['submit', 'draft'], ['send_back', 'in_review'], ['approve', 'in_review'], ['revise', 'approved'],
  ])('allows %s in the state %s and in no other', (step, state) => {
    expect(SPECIFICATION_STATES.filter((candidate) => canStep(candidate, step))).toEqual([state]);
  });
});
