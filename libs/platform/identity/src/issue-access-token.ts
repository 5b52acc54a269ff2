import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, forbidden } from '@platform-pure/errors';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { AccessTokenActs } from './access-token.policy.js';
import { TOKENS_MAX, TOKEN_PREFIX, readAccessToken } from './access-token.rules.js';
import type { AccessTokenInput } from './access-token.rules.js';
import { AccessTokens } from './access-tokens.js';
import type { AccessTokenId } from './access-tokens.js';

const DAY = 86_400_000;

/** The token itself is in the answer and nowhere else: it can be shown once. */
export interface IssuedToken { readonly id: AccessTokenId; readonly token: string; readonly expiresAt: Date }

@Injectable()
export class IssueAccessToken {
  constructor(private readonly db: TenantDb, private readonly tokens: AccessTokens, private readonly audit: AuditTrail, private readonly clock: Clock) {}

  /** Only by a person in a session: a token must not breed tokens. @throws Invalid `access_token.invalid`; Forbidden `access_token.session_only`; Conflict `access_token.too_many`. */
  async execute(actor: Actor, input: AccessTokenInput): Promise<IssuedToken> {
    authorize(actor, AccessTokenActs.issue, this.clock.now());
    if (actor.via !== 'session') throw forbidden('access_token.session_only');
    const read = readAccessToken(input);
    return this.db.run(actor, (tx) => this.within(tx, read));
  }

  private async within(tx: TenantTx, { name, scopes, days }: AccessTokenInput): Promise<IssuedToken> {
    const { memberId, identityId } = tx.actor;
    if (!memberId || !identityId) throw forbidden('access_token.session_only');
    await tx.lock('access_tokens', memberId);
    if ((await this.tokens.live(tx, tx.organizationId, memberId)).length >= TOKENS_MAX) throw conflict('access_token.too_many', { max: TOKENS_MAX });
    const token = TOKEN_PREFIX + randomBytes(32).toString('base64url');
    const createdAt = this.clock.now();
    const row = { id: newId<'AccessToken'>(), identityId, organizationId: tx.organizationId, memberId, name, scopes, createdAt, expiresAt: new Date(createdAt.getTime() + days * DAY) };
    await this.tokens.add(tx, token, row);
    await this.audit.record(tx, AccessTokenActs.issue, { kind: 'access_token', id: row.id }, { name, scopes, expiresAt: row.expiresAt.toISOString() });
    return { id: row.id, token, expiresAt: row.expiresAt };
  }
}
