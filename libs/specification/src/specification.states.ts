export const SPECIFICATION_STATES = ['draft', 'in_review', 'approved'] as const;
export type SpecificationState = (typeof SPECIFICATION_STATES)[number];

export interface SpecificationProgress {
  /** The edition that the draft would become. */
  readonly draftEdition: number;
  /** The last approved edition, 0 before the first. */
  readonly approvedEdition: number;
  readonly submittedAt: Date | null;
}

/** An approved specification stays approved until a revision is opened; the approved edition itself never changes. */
export function specificationState(progress: SpecificationProgress): SpecificationState {
  if (progress.draftEdition === progress.approvedEdition) return 'approved';
  return progress.submittedAt === null ? 'draft' : 'in_review';
}

export type SpecificationStep = 'change' | 'submit' | 'send_back' | 'approve' | 'revise';
const STEPS: Record<SpecificationState, readonly SpecificationStep[]> = {
  draft: ['change', 'submit'],
  in_review: ['send_back', 'approve'],
  approved: ['revise'],
};

export function canStep(state: SpecificationState, step: SpecificationStep): boolean {
  return STEPS[state].includes(step);
}
