import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { LIMITS, timesOf, windowAt } from './limits.rules.js';
import type { LimitName } from './limits.rules.js';

/** Which table is counted in, by the role that may: the public verifier has one of its own. */
export type LimitSchema = 'identity' | 'verifier';

/** rate-limiter-flexible on the pool that this door has anyway; one upsert per request. */
export class LimitCounts {
  private readonly limiters: ReadonlyMap<LimitName, RateLimiterPostgres>;

  constructor(source: DataSource, schemaName: LimitSchema, factor: number) {
    this.limiters = new Map((Object.keys(LIMITS) as LimitName[]).map((name) => [name, new RateLimiterPostgres({
      storeClient: source, storeType: 'typeorm', schemaName, tableName: 'rate_limit', tableCreated: true, keyPrefix: name,
      // the window in the key ends the count; a row only has to outlive it
      points: timesOf(LIMITS[name], factor), duration: 2 * LIMITS[name].seconds,
    })]));
  }

  /** One more of that. @returns seconds to wait, 0 when it is still within the limit. */
  async add(name: LimitName, key: string, now: Date): Promise<number> {
    const { number, left } = windowAt(LIMITS[name], now);
    try {
      await this.limiters.get(name)?.consume(createHash('sha256').update(`${number} ${key}`).digest('hex'));
      return 0;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return left;
      throw refused;
    }
  }
}
