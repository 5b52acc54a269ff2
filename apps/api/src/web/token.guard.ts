import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Clock } from '@platform/clock';
import { permissionOf } from '@platform/http';
import { forbidden, tooMany } from '@platform-pure/errors';
import { RateLimits } from '@platform/rate-limit';
import type { ApiRequest } from './http.js';

/** Calls of one token that only read, per minute and process: a row per read would cost more than the read. */
export const READS_PER_MINUTE = 3000;

/** After the actor is known: what the token itself may, and how often. */
@Injectable()
export class TokenGuard implements CanActivate {
  private readonly reads = new RateLimiterMemory({ points: READS_PER_MINUTE, duration: 60 });

  constructor(private readonly limits: RateLimits, private readonly clock: Clock) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { visitor, method } = context.switchToHttp().getRequest<ApiRequest>();
    if (!visitor || permissionOf(context.getHandler())?.kind !== 'act') return true;
    const writes = method !== 'GET' && method !== 'HEAD';
    if (writes ? !visitor.scopes.includes('write') : visitor.scopes.length === 0) throw forbidden('access_token.scope_missing', { scope: 'write' });
    await (writes ? this.limits.take('api_write', visitor.tokenId) : this.read(visitor.tokenId));
    return true;
  }

  private async read(tokenId: string): Promise<void> {
    const minute = Math.floor(this.clock.now().getTime() / 60_000);
    await this.reads.consume(`${minute} ${tokenId}`).catch(() => { throw tooMany('common.too_many', 60); });
  }
}
