import { FormReader } from '@platform-pure/forms';

/** `read` sees what its person sees; `write` also does what its person may do, sign-offs never. */
export const TOKEN_SCOPES = ['read', 'write'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** Days. A token outlives no year: whoever forgot it is asked again. */
export const TOKEN_DAYS_MAX = 365;
export const TOKEN_DAYS = [30, 90, 180, 365] as const;
/** Live tokens of one person in one organisation. */
export const TOKENS_MAX = 20;

export const TOKEN_PREFIX = 'knsh_';

export interface AccessTokenInput {
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  /** Until it ends. */
  readonly days: number;
}

/** @throws Invalid `access_token.invalid` naming every field that is wrong. */
export function readAccessToken(input: AccessTokenInput): AccessTokenInput {
  const form = new FormReader();
  const name = form.text('name', input.name, 100);
  const scopes = TOKEN_SCOPES.filter((scope) => input.scopes.includes(scope));
  if (scopes.length === 0 || input.scopes.some((scope) => !TOKEN_SCOPES.includes(scope))) form.wrong('scopes', 'access_token.scope_needed');
  if (!Number.isInteger(input.days) || input.days < 1 || input.days > TOKEN_DAYS_MAX) form.wrong('days', 'access_token.days_out_of_range', { max: TOKEN_DAYS_MAX });
  form.finish('access_token.invalid');
  return { name, scopes, days: input.days };
}

/** Whether it looks like one of ours at all; anything else is not asked of the database. */
export const isTokenShaped = (text: string): boolean => /^knsh_[\w-]{43}$/.test(text);

export type AccessTokenState = 'live' | 'expired' | 'revoked';

export function accessTokenState(token: { readonly expiresAt: Date; readonly revokedAt: Date | null }, now: Date): AccessTokenState {
  if (token.revokedAt) return 'revoked';
  return token.expiresAt.getTime() <= now.getTime() ? 'expired' : 'live';
}
