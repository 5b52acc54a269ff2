export type InvitationState = 'open' | 'accepted' | 'withdrawn';

/** Whether its link still lives is the token's business: an invitation can be sent again. */
export function invitationState(invitation: { readonly acceptedAt: Date | null; readonly withdrawnAt: Date | null }): InvitationState {
  if (invitation.acceptedAt) return 'accepted';
  return invitation.withdrawnAt ? 'withdrawn' : 'open';
}
