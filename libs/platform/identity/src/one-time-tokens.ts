import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { newId } from '@platform/tenancy';
import type { Id, IdentityId, OrganizationId } from '@platform/tenancy';
import { normalizeEmail } from './email.rules.js';
import { IdentityDb } from './identity-db.js';
import type { SqlRunner } from './identity-db.js';
import { randomToken, sha256 } from './secrets.js';
import { TOKEN_LIFE, tokenState } from './token.rules.js';
import type { TokenKind, TokenState } from './token.rules.js';

export type TokenId = Id<'OneTimeToken'>;
export type TokenPayload = Readonly<Record<string, string | number | boolean | null>>;

export interface NewToken {
  readonly kind: TokenKind;
  readonly email: string;
  /** Readable by whoever holds the token: ids, no secrets. */
  readonly payload: TokenPayload;
  /** Milliseconds; the kind's own life unless given. */
  readonly ttl?: number;
}

export interface TokenRow {
  readonly id: TokenId;
  readonly kind: TokenKind;
  readonly email: string;
  readonly payload: TokenPayload;
  readonly expiresAt: Date;
  readonly consumedAt: Date | null;
  readonly consumedBy: IdentityId | null;
  readonly consumedForOrganization: OrganizationId | null;
}

export interface Consumer { readonly identityId?: IdentityId; readonly organizationId?: OrganizationId }

const COLUMNS = `id, kind, email, payload, expires_at as "expiresAt", consumed_at as "consumedAt",
  consumed_by as "consumedBy", consumed_for_organization as "consumedForOrganization"`;

/** Links that work once. The token itself is known only to who minted it and to whom it was mailed; here lies its sha-256. */
@Injectable()
export class OneTimeTokens {
  constructor(private readonly db: IdentityDb, private readonly clock: Clock) {}

  /** Several live tokens of one purpose may exist: a mail that is sent again must not kill the link in the first one. */
  async mint(token: NewToken, on: SqlRunner = this.db): Promise<{ id: TokenId; token: string; expiresAt: Date }> {
    const [id, secret, now] = [newId<'OneTimeToken'>(), randomToken(), this.clock.now()];
    const expiresAt = new Date(now.getTime() + (token.ttl ?? TOKEN_LIFE[token.kind]));
    await on.query(
      'insert into identity.one_time_token (id, kind, token_hash, email, payload, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, token.kind, sha256(secret), normalizeEmail(token.email), JSON.stringify(token.payload), now, expiresAt]);
    return { id, token: secret, expiresAt };
  }

  /** What the token opens, without using it up; undefined for a token that never was. */
  async peek(token: string, kind: TokenKind): Promise<(TokenRow & { state: TokenState }) | undefined> {
    const [row] = await this.db.query<TokenRow>(
      `select ${COLUMNS} from identity.one_time_token where token_hash = $1 and kind = $2`, [sha256(token), kind]);
    return row && { ...row, state: tokenState(row, this.clock.now()) };
  }

  /** For the worker, which is told a token's id and never the token. */
  async byId(id: TokenId): Promise<TokenRow | undefined> {
    const [row] = await this.db.query<TokenRow>(`select ${COLUMNS} from identity.one_time_token where id = $1`, [id]);
    return row;
  }

  /** One statement: of two who use the same link at once, one gets the row and the other undefined. */
  async consume(token: string, kind: TokenKind, by: Consumer = {}, on: SqlRunner = this.db): Promise<TokenRow | undefined> {
    const [row] = await on.query<TokenRow>(
      `update identity.one_time_token set consumed_at = $3, consumed_by = $4, consumed_for_organization = $5
       where token_hash = $1 and kind = $2 and consumed_at is null and expires_at > $3 returning ${COLUMNS}`,
      [sha256(token), kind, this.clock.now(), by.identityId ?? null, by.organizationId ?? null]);
    return row;
  }

  /** Ends the live links of this purpose that were mailed to an address by mistake, of exactly what `payload` names. */
  async endMailed(kind: TokenKind, email: string, payload: Readonly<Record<string, string>>, on: SqlRunner): Promise<void> {
    await on.query(
      'update identity.one_time_token set expires_at = $4 where kind = $1 and email = $2 and payload @> $3::jsonb and consumed_at is null and expires_at > $4',
      [kind, normalizeEmail(email), JSON.stringify(payload), this.clock.now()]);
  }

  /** Ends every other live link of this purpose, for instance when the password has been set. */
  async endOthers(kind: TokenKind, email: string, on: SqlRunner = this.db): Promise<void> {
    await on.query(
      'update identity.one_time_token set expires_at = $3 where kind = $1 and email = $2 and consumed_at is null and expires_at > $3',
      [kind, normalizeEmail(email), this.clock.now()]);
  }
}
