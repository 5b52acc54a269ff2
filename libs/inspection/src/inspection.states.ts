export type InspectionState = 'open' | 'judged' | 'confirmed' | 'approved';

export interface SignedSteps { readonly judge: unknown; readonly confirm: unknown; readonly approve: unknown }

/** The state is what has been signed. */
export function inspectionState({ judge, confirm, approve }: SignedSteps): InspectionState {
  if (approve) return 'approved';
  if (confirm) return 'confirmed';
  return judge ? 'judged' : 'open';
}
