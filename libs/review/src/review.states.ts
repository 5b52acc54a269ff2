export type ReviewState = 'nothing_released' | 'to_review' | 'returned' | 'agreed';

/** Where the buyer stands with a request; derived from the newest released statement and the agreement. */
export function reviewState(newest: { readonly returnedAt: Date | null } | undefined, agreed: boolean): ReviewState {
  if (agreed) return 'agreed';
  if (!newest) return 'nothing_released';
  return newest.returnedAt ? 'returned' : 'to_review';
}

export type FindingState = 'open' | 'replied' | 'answered' | 'settled';

/** A finding needs no closing act: a newer statement answers it, and the agreement settles it. */
export function findingState(finding: { readonly revision: number; readonly replies: number }, newestRevision: number, agreed: boolean): FindingState {
  if (agreed) return 'settled';
  if (newestRevision > finding.revision) return 'answered';
  return finding.replies > 0 ? 'replied' : 'open';
}
