import { FormReader } from '@platform-pure/forms';

/**
 * Which star level is asked for, and why (domain.md §2.1, the interim model chart): ① important secrets of ours in the partner's systems,
 * ② its stoppage would delay us unacceptably, ③ our internal systems can be reached from theirs. Any yes suggests ★4, else ★3.
 */
export interface LevelDecision {
  readonly secrets: boolean;
  readonly stoppage: boolean;
  readonly reach: boolean;
  readonly level: 3 | 4;
  /** Needed where the decision departs from the chart: the same level for everybody can be abuse of a superior position (domain.md §0.4). */
  readonly reason: string | null;
}

export type LevelDecisionInput = Pick<LevelDecision, 'secrets' | 'stoppage' | 'reach'> & { readonly level?: 3 | 4; readonly reason?: string | null };

export function suggestedLevel({ secrets, stoppage, reach }: Pick<LevelDecision, 'secrets' | 'stoppage' | 'reach'>): 3 | 4 {
  return secrets || stoppage || reach ? 4 : 3;
}

/** The three answers must be given, not merely left unticked; what is wrong goes into `form`. */
export function readLevelDecision(form: FormReader, input: LevelDecisionInput): LevelDecision {
  for (const question of ['secrets', 'stoppage', 'reach'] as const) {
    if (typeof input[question] !== 'boolean') form.wrong(`levelDecision.${question}`, 'common.choose_one');
  }
  const suggested = suggestedLevel(input);
  const level = input.level ?? suggested;
  const reason = form.optionalText('levelDecision.reason', input.reason, 1000);
  if (level !== 3 && level !== 4) form.wrong('levelDecision.level', 'common.choose_one');
  if (level !== suggested && reason === null) form.wrong('levelDecision.reason', 'request.level_needs_reason', { level: suggested });
  return { secrets: input.secrets, stoppage: input.stoppage, reach: input.reach, level, reason };
}
