import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { tooMany } from '@platform-pure/errors';
import { LimitCounts } from './limit-counts.repository.js';
import { LIMITS } from './limits.rules.js';
import type { LimitName } from './limits.rules.js';

/** How often somebody may ask, over all processes of this installation. */
@Injectable()
export class RateLimits {
  constructor(private readonly counts: LimitCounts, private readonly clock: Clock) {}

  /** Counts one. @throws TooMany `common.too_many` {minutes, seconds}, or the limit's own code. */
  async take(name: LimitName, key: string): Promise<void> {
    const wait = await this.counts.add(name, key, this.clock.now());
    if (wait > 0) throw tooMany(LIMITS[name].code ?? 'common.too_many', wait);
  }

  /** Counts one; false where the limit is kept in silence because the answer must be the same for everybody. */
  async allows(name: LimitName, key: string): Promise<boolean> {
    return await this.counts.add(name, key, this.clock.now()) === 0;
  }
}
