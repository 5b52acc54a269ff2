export type SigningState = 'waiting' | 'declined' | 'signed' | 'released';

/** Where a frozen statement stands between its submission and the buyer; `signed` means the seal is on its way. */
export function signingState(fate: { readonly withdrawnAt: Date | null; readonly signedAt: Date | null; readonly releasedAt: Date | null }): SigningState {
  if (fate.releasedAt) return 'released';
  if (fate.signedAt) return 'signed';
  return fate.withdrawnAt ? 'declined' : 'waiting';
}
