import { HttpException, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request as ExpressRequest } from 'express';
import { Clock } from '@platform/clock';
import { sourceKey } from './source.rules.js';

const MINUTE = 60_000;
/** Addresses remembered at most; a flood of addresses forgets the oldest and cannot fill the memory. */
const REMEMBERED = 10_000;

export const UPLOADS_PER_MINUTE = 20;
export const LOOKUPS_PER_MINUTE = 60;

/** Counts per address and minute, in this process: enough against guessing numbers by the thousand; a farm of doors has its limits at the proxy. */
@Injectable()
export class Throttle {
  private readonly windows = new Map<string, { readonly minute: number; count: number }>();

  constructor(private readonly clock: Clock) {}

  /** @throws HttpException 429 when the address has used up its minute. */
  take(what: string, request: ExpressRequest, budget: number): true {
    const key = `${what} ${sourceKey(request.ip ?? '')}`;
    const minute = Math.floor(this.clock.now().getTime() / MINUTE);
    const known = this.windows.get(key);
    const window = known?.minute === minute ? known : { minute, count: 0 };
    this.windows.delete(key);
    this.windows.set(key, window);
    if (this.windows.size > REMEMBERED) this.windows.delete(this.windows.keys().next().value as string);
    window.count += 1;
    if (window.count > budget) throw new HttpException('too many', 429);
    return true;
  }
}

/** Runs before the file is received. */
@Injectable()
export class UploadLimit implements CanActivate {
  constructor(private readonly throttle: Throttle) {}
  canActivate(context: ExecutionContext): boolean {
    return this.throttle.take('upload', context.switchToHttp().getRequest(), UPLOADS_PER_MINUTE);
  }
}
