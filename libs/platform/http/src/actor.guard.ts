import { Injectable, UnauthorizedException, createParamDecorator } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { authorize } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { ActorSource } from './actor-source.js';
import type { ActorRequest } from './actor-source.js';
import { permissionOf } from './permissions.js';

/** Session or token → Actor, and the declared permission checked before any handler runs. Verbs check it again: a door is not the only way in. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(private readonly source: ActorSource, private readonly clock: Clock) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = permissionOf(context.getHandler());
    if (!permission) return false; // the boot check makes this unreachable
    const request = context.switchToHttp().getRequest<ActorRequest>();
    request.actor = (await this.source.actor(request)) ?? undefined;
    if (permission.kind === 'open') return true;
    if (!this.source.signedIn(request)) throw new UnauthorizedException();
    if (permission.kind === 'signed_in') return true;
    if (!request.actor) throw new UnauthorizedException();
    authorize(request.actor, permission.act, this.clock.now());
    return true;
  }
}

/** The actor of a route that declared `@May`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (!actor) throw new UnauthorizedException();
  return actor;
});
