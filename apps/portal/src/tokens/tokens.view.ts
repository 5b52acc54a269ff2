import type { AccessTokenRow, IssuedToken } from '@platform/identity';
import { TOKEN_DAYS, TOKEN_SCOPES } from '@platform-pure/identity';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';

export interface TokensInput {
  readonly own: readonly AccessTokenRow[];
  readonly others: readonly AccessTokenRow[];
  readonly members: readonly { readonly id: string; readonly displayName: string }[];
  /** Sees the tokens of others too. */
  readonly keeper: boolean;
  readonly publicUrl: string;
}
export interface RefusedToken { readonly typed: object; readonly problems: readonly Problem[] }

interface TokenView { readonly id: string; readonly name: string; readonly person: string; readonly scopes: TextRef; readonly createdAt: Date; readonly expiresAt: Date; readonly lastUsedOn: string | null }
interface TokenTable { readonly caption: TextRef; readonly people: boolean; readonly tokens: readonly TokenView[] }
export interface TokensView {
  readonly form: FormView;
  readonly scopes: readonly { readonly value: string; readonly label: TextRef }[];
  readonly days: readonly { readonly value: string; readonly label: TextRef }[];
  readonly own: TokenTable;
  readonly others: TokenTable | null;
  readonly example: string;
}

const FIRST = { name: '', scopes: ['read'], days: '90' };

export function tokensView({ own, others, members, keeper, publicUrl }: TokensInput, refused?: RefusedToken): TokensView {
  const names = new Map(members.map(({ id, displayName }) => [id, displayName]));
  return {
    form: formView(['name', 'scopes', 'days'], refused?.typed ?? FIRST, refused?.problems ?? []),
    scopes: TOKEN_SCOPES.map((scope) => ({ value: scope, label: text(`portal_tokens.scope_${scope}`) })), days: TOKEN_DAYS.map((days) => ({ value: String(days), label: text('portal_tokens.days', { days }) })),
    own: { caption: text('portal_tokens.own'), people: false, tokens: own.map((token) => tokenView(token, '')) },
    others: keeper ? { caption: text('portal_tokens.others'), people: true, tokens: others.map((token) => tokenView(token, names.get(token.memberId) ?? '')) } : null,
    example: exampleOf(publicUrl, 'knsh_…'),
  };
}

export interface IssuedView { readonly name: string; readonly token: string; readonly expiresAt: Date; readonly example: string }

export const issuedView = (name: string, { token, expiresAt }: IssuedToken, publicUrl: string): IssuedView => ({ name, token, expiresAt, example: exampleOf(publicUrl, token) });

const exampleOf = (publicUrl: string, token: string): string => `curl -H "Authorization: Bearer ${token}" ${publicUrl}/api/v1/home`;

function tokenView({ id, name, scopes, createdAt, expiresAt, lastUsedOn }: AccessTokenRow, person: string): TokenView {
  return { id, name, person, scopes: text(`portal_tokens.may_${scopes.includes('write') ? 'write' : 'read'}`), createdAt, expiresAt, lastUsedOn };
}
