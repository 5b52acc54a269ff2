import { Injectable } from '@nestjs/common';
import { AccessTokens } from '@platform/identity';
import type { AccessTokenId, TokenScope } from '@platform/identity';
import { TenantDb, systemActor } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { Members } from './members.queries.js';

export interface TokenVisitor { readonly tokenId: AccessTokenId; readonly scopes: readonly TokenScope[]; readonly actor: Actor }

/** From an access token to who is acting: the token's person with the roles of this moment and never a second factor. */
@Injectable()
export class TokenActors {
  constructor(private readonly db: TenantDb, private readonly tokens: AccessTokens, private readonly members: Members) {}

  /** Undefined for a token that never was, has ended, or whose person has left. */
  async load(token: string): Promise<TokenVisitor | undefined> {
    const found = await this.tokens.find(token);
    if (!found) return undefined;
    const actor = await this.db.run(systemActor(found.organizationId), (tx) => this.members.actorFor(tx, found.memberId, 'token', null));
    return { tokenId: found.id, scopes: found.scopes, actor };
  }
}
