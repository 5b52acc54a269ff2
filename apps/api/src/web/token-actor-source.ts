import { Injectable } from '@nestjs/common';
import { TokenActors } from '@libs/organization';
import { ActorSource } from '@platform/http';
import { isTokenShaped } from '@platform-pure/identity';
import { RateLimits, sourceKey } from '@platform/rate-limit';
import type { Actor } from '@platform/tenancy';
import type { ApiRequest } from './http.js';

/** The API's way in is an access token in `Authorization: Bearer`, nothing else: no cookie, so nobody's browser can be made to call it. */
@Injectable()
export class TokenActorSource extends ActorSource {
  constructor(private readonly tokens: TokenActors, private readonly limits: RateLimits) {
    super();
  }

  override async actor(request: ApiRequest): Promise<Actor | null> {
    const token = /^Bearer ([\x21-\x7e]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) return null;
    request.visitor = isTokenShaped(token) ? await this.tokens.load(token) : undefined;
    if (!request.visitor) await this.limits.take('api_token', sourceKey(request.ip ?? ''));
    return request.visitor?.actor ?? null;
  }

  override signedIn(request: ApiRequest): boolean {
    return request.visitor !== undefined;
  }
}
