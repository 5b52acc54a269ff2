export type DeliveryState = 'received' | 'passed' | 'rejected' | 'returned';

export interface DeliveryFacts { readonly verdict: 'passed' | 'rejected' | null; readonly returnedAt: Date | null }

/** A lot is received when its row exists; an announcement is a row of the supplier's own. */
export function deliveryState({ verdict, returnedAt }: DeliveryFacts): DeliveryState {
  if (returnedAt !== null) return 'returned';
  return verdict ?? 'received';
}

/** What passed its inspection is not sent back for what could be seen then (取適法, domain.md §2.3: passed but visible → no return). */
export function mayReturn(facts: DeliveryFacts): boolean {
  const state = deliveryState(facts);
  return state === 'received' || state === 'rejected';
}
