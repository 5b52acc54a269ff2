import type { AchievementLevel, AnswerScale, Bilingual, YesPartlyNo } from '@pure/catalog';

export type NotApplicable = { readonly kind: 'not_applicable'; readonly reason: string };
export type Unknown = { readonly kind: 'unknown' };
export type LevelAnswer = { readonly kind: 'level'; readonly value: AchievementLevel };
export type ChoiceAnswer = { readonly kind: 'choice'; readonly value: YesPartlyNo };

/** Not applicable (対象外, with a reason) and don't know (わからない) stand beside every scale and are never the same (domain.md §4.1, §7.11). */
export type AnswerValue = LevelAnswer | ChoiceAnswer | NotApplicable | Unknown;

/** What a form offers: `value` goes through the form, `label` is read. */
export interface AnswerOption { readonly value: string; readonly label: Bilingual }

/** One per kind of scale: it owns what may be answered and every way of showing an answer. */
export interface AnswerKind<S extends AnswerScale = AnswerScale> {
  readonly kind: S['kind'];
  /** What may be chosen on the scale itself; N/A and don't know are added by `optionsOf`. */
  options(scale: S): AnswerOption[];
  /** The answer behind a chosen value, or undefined when it is not on this scale. */
  read(scale: S, value: string): AnswerValue | undefined;
  show(scale: S, answer: AnswerValue): Bilingual | undefined;
  /** Whether the answer claims that the requirement is met; `requiredLevel` counts for levels only. */
  meets(answer: AnswerValue, requiredLevel: number | null): boolean;
  /** What would meet it, in words: shown beside a deviation. */
  required(scale: S, requiredLevel: number | null): Bilingual;
}
