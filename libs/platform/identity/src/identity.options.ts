/** Injection token of {@link IdentityOptions}. */
export const IDENTITY_OPTIONS = Symbol('identity options');

export interface IdentityOptions {
  /** Minutes without a request after which a session ends. */
  readonly sessionIdleMinutes: number;
  /** Hours after which a session ends however busy it is. */
  readonly sessionAbsoluteHours: number;
  /** Minutes a second factor is good for. */
  readonly stepUpMinutes: number;
  /** Multiplies the limits per network address (platform/rate-limit). */
  readonly rateLimitFactor: number;
}

export const DEFAULT_IDENTITY_OPTIONS: IdentityOptions = { sessionIdleMinutes: 60, sessionAbsoluteHours: 12, stepUpMinutes: 10, rateLimitFactor: 1 };
