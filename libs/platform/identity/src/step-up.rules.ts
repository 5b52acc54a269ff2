/** Wrong codes before a challenge is dead; how many codes are mailed an hour is platform/rate-limit's `step_up_mail`. */
export const CODE_ATTEMPTS = 5;
/** Milliseconds. */
export const CODE_LIFE = 10 * 60_000;

export interface Challenge {
  readonly attempts: number;
  readonly expiresAt: Date;
  readonly finishedAt: Date | null;
  /** Null until the worker has made the code, as it sends the mail. */
  readonly codeHash: string | null;
}

export type ChallengeState = 'open' | 'waiting' | 'finished' | 'exhausted' | 'expired';

export function challengeState(challenge: Challenge, now: Date): ChallengeState {
  if (challenge.finishedAt) return 'finished';
  if (challenge.expiresAt.getTime() <= now.getTime()) return 'expired';
  if (challenge.attempts >= CODE_ATTEMPTS) return 'exhausted';
  return challenge.codeHash ? 'open' : 'waiting';
}
