export const TOKEN_KINDS = ['password_reset', 'member_invitation', 'supplier_invitation', 'sign_up'] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];
export type TokenState = 'live' | 'consumed' | 'expired';

/** How long a link lives, in milliseconds. Invitations travel through mailrooms and holidays; a reset does not. */
export const TOKEN_LIFE: Record<TokenKind, number> = {
  password_reset: 60 * 60_000,
  member_invitation: 14 * 86_400_000,
  supplier_invitation: 60 * 86_400_000,
  sign_up: 86_400_000,
};

export interface TokenTimes { readonly expiresAt: Date; readonly consumedAt: Date | null }

/** A used link says so even after it would have run out. */
export function tokenState(token: TokenTimes, now: Date): TokenState {
  if (token.consumedAt) return 'consumed';
  return token.expiresAt.getTime() <= now.getTime() ? 'expired' : 'live';
}
