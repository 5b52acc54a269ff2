import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { RUNTIME, VERIFIER } from '@platform/database';
import { LimitGuard } from './limit.guard.js';
import { LimitCounts } from './limit-counts.repository.js';
import type { LimitSchema } from './limit-counts.repository.js';
import { RateLimits } from './rate-limits.js';

const ROLES = { identity: RUNTIME, verifier: VERIFIER } as const;

@Global()
@Module({})
export class RateLimitModule {
  /** `factor` multiplies the limits per network address. Needs DatabaseModule and ClockModule. */
  static of(schema: LimitSchema, factor = 1): DynamicModule {
    const counts = { provide: LimitCounts, useFactory: (source: ConstructorParameters<typeof LimitCounts>[0]) => new LimitCounts(source, schema, factor), inject: [ROLES[schema]] };
    return { module: RateLimitModule, providers: [counts, RateLimits, LimitGuard], exports: [RateLimits, LimitGuard] };
  }
}
