import { Injectable, SetMetadata } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { LIMITS } from './limits.rules.js';
import type { LimitName } from './limits.rules.js';
import { RateLimits } from './rate-limits.js';
import { sourceKey } from './source.rules.js';

const LIMITED = 'kenshu:limit';

/** A route that may only be asked so often; see {@link LIMITS}. */
export const Limited = (name: LimitName): MethodDecorator => SetMetadata(LIMITED, name);

interface Asking { readonly ip?: string; readonly session?: { readonly identityId?: string } }

/** A door's first guard: what is too often is refused before anything is looked up. */
@Injectable()
export class LimitGuard implements CanActivate {
  constructor(private readonly limits: RateLimits) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const name = Reflect.getMetadata(LIMITED, context.getHandler()) as LimitName | undefined;
    if (name) await this.limits.take(name, keyOf(name, context.switchToHttp().getRequest<Asking>()));
    return true;
  }
}

/** A person who is not signed in is counted by the network address; the route refuses that person anyway. */
function keyOf(name: LimitName, { ip, session }: Asking): string {
  return (LIMITS[name].per === 'person' && session?.identityId) || sourceKey(ip ?? '');
}
