import { applies } from '@pure/catalog';
import type { Bilingual, Conditional, Facts } from '@pure/catalog';
import type { RequestState } from '@pure/request';

/** Where a request stands for those who answer it: theirs to do, the signer's, the buyer's, or done. */
export const ANSWERING_STAGES = ['todo', 'sign', 'buyer', 'agreed', 'withdrawn'] as const;
export type AnsweringStage = (typeof ANSWERING_STAGES)[number];

export interface AnsweringLine {
  readonly id: string;
  readonly number: string;
  readonly title: Bilingual | null;
  readonly buyer: Bilingual;
  /** A day, 'YYYY-MM-DD'. */
  readonly dueOn: string;
  readonly sentAt: Date;
  readonly state: RequestState;
  readonly late: boolean;
  readonly responseId: string | null;
  readonly statementId: string | null;
  readonly signedAt: Date | null;
  /** Of the questions that apply under the facts of the request. */
  readonly asked: number;
  readonly answered: number;
}

/** What applies and how much of it is answered; an answer to what does not apply any more does not count. */
export function progressOf(requirements: readonly (Conditional & { readonly key: string })[], facts: Facts, answeredKeys: readonly string[]): Pick<AnsweringLine, 'asked' | 'answered'> {
  const asked = requirements.filter((one) => applies(one, facts));
  const known = new Set(answeredKeys);
  return { asked: asked.length, answered: asked.filter(({ key }) => known.has(key)).length };
}
