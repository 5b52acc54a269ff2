/** What is remembered about failed sign-ins of one address or from one source. */
export interface Attempts {
  readonly failures: number;
  readonly lastFailedAt: Date | null;
  readonly lockedUntil: Date | null;
}

/** Seconds, except `free`: how many failures cost nothing but a new try. */
export interface LockoutRule {
  readonly free: number;
  readonly firstDelay: number;
  readonly longestDelay: number;
  readonly forgetAfter: number;
}

export const NO_ATTEMPTS: Attempts = { failures: 0, lastFailedAt: null, lockedUntil: null };

/** A person mistypes; the delay then doubles and stays short enough that a stranger cannot shut somebody out for a day. */
export const ADDRESS_RULE: LockoutRule = { free: 4, firstDelay: 30, longestDelay: 900, forgetAfter: 86_400 };
/** A whole company may stand behind one address of the network. */
export const SOURCE_RULE: LockoutRule = { free: 49, firstDelay: 30, longestDelay: 900, forgetAfter: 86_400 };

/** Seconds until the next try is looked at; 0 when it may be made now. */
export function secondsLocked(state: Attempts, now: Date): number {
  return state.lockedUntil ? Math.max(0, Math.ceil((state.lockedUntil.getTime() - now.getTime()) / 1000)) : 0;
}

/** Seconds of delay after that many failures in a row. */
export function delayAfter(failures: number, rule: LockoutRule): number {
  const beyond = failures - rule.free;
  return beyond <= 0 ? 0 : Math.min(rule.longestDelay, rule.firstDelay * 2 ** (beyond - 1));
}

/** Every try is written down as a failure before the password is looked at, so that many tries at once all count. */
export function afterFailure(state: Attempts, rule: LockoutRule, now: Date): Attempts {
  const stale = !state.lastFailedAt || now.getTime() - state.lastFailedAt.getTime() >= rule.forgetAfter * 1000;
  const failures = (stale ? 0 : state.failures) + 1;
  const delay = delayAfter(failures, rule);
  return { failures, lastFailedAt: now, lockedUntil: delay ? new Date(now.getTime() + delay * 1000) : null };
}
