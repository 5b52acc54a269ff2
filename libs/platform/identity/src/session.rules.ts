/** Milliseconds. */
export interface SessionLimits { readonly idle: number; readonly absolute: number }

export interface SessionTimes { readonly lastSeenAt: Date; readonly absoluteExpiresAt: Date }

/** A visit is written down at most once a minute: reading pages must not write rows. */
export const TOUCH_EVERY = 60_000;

export function sessionAlive(session: SessionTimes, limits: SessionLimits, now: Date): boolean {
  const time = now.getTime();
  return time < session.absoluteExpiresAt.getTime() && time < session.lastSeenAt.getTime() + limits.idle;
}

export function touchDue(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= TOUCH_EVERY;
}
