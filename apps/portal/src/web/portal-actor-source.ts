import { Injectable } from '@nestjs/common';
import { ActorSource } from '@platform/http';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from './http.js';
import { Visitors } from './visitors.js';

/** The portal's way in is the session cookie, nothing else. */
@Injectable()
export class PortalActorSource extends ActorSource {
  constructor(private readonly visitors: Visitors) {
    super();
  }

  override actor(request: PortalRequest): Promise<Actor | null> {
    return this.visitors.actor(request);
  }

  override signedIn(request: PortalRequest): boolean {
    return request.session?.identityId !== undefined;
  }
}
