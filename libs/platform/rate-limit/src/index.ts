export { LimitGuard, Limited } from './limit.guard.js';
export { LIMITS } from './limits.rules.js';
export type { Limit, LimitName } from './limits.rules.js';
export { RateLimitModule } from './rate-limit.module.js';
export { RateLimits } from './rate-limits.js';
export { sourceKey } from './source.rules.js';
