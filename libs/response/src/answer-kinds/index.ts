import type { AnswerScale, Bilingual } from '@pure/catalog';
import type { AnswerKind, AnswerOption, AnswerValue } from './answer.js';
import { levels } from './levels.js';
import { yesPartlyNo } from './yes-partly-no.js';

export type * from './answer.js';
export { DEFAULT_REQUIRED_LEVEL } from './levels.js';

const KINDS = { levels, yes_partly_no: yesPartlyNo } as const;
const kindOf = (scale: AnswerScale): AnswerKind => KINDS[scale.kind] as unknown as AnswerKind;

const NOT_APPLICABLE: AnswerOption = { value: 'not_applicable', label: { ja: '対象外', en: 'Not applicable' } };
const UNKNOWN: AnswerOption = { value: 'unknown', label: { ja: 'わからない', en: "Don't know" } };
const BLANK: Bilingual = { ja: '未回答', en: 'Not answered' };

/** Everything that can be chosen for a question, the scale first. */
export function optionsOf(scale: AnswerScale): AnswerOption[] {
  return [...kindOf(scale).options(scale), NOT_APPLICABLE, UNKNOWN];
}

/** The values a scale knows, as they are stored: what the database checks an answer against. */
export function valuesOf(scale: AnswerScale): string[] {
  return kindOf(scale).options(scale).map((option) => option.value);
}

/** From a form field. Null for blank; undefined for something that is not on the scale. */
export function readAnswer(scale: AnswerScale, value: string, reason = ''): AnswerValue | null | undefined {
  if (value === '') return null;
  if (value === NOT_APPLICABLE.value) return { kind: 'not_applicable', reason };
  if (value === UNKNOWN.value) return { kind: 'unknown' };
  return kindOf(scale).read(scale, value);
}

/** The form value of an answer: the inverse of `readAnswer`. */
export function valueOf(answer: AnswerValue | null): string {
  if (answer === null) return '';
  return answer.kind === 'level' || answer.kind === 'choice' ? String(answer.value) : answer.kind;
}

export function isOnScale(scale: AnswerScale, answer: AnswerValue): boolean {
  if (answer.kind === 'not_applicable' || answer.kind === 'unknown') return true;
  const read = kindOf(scale).read(scale, String(answer.value));
  return read !== undefined && read.kind === answer.kind;
}

/** An answer in words. The reason belongs to "not applicable": without it the words say nothing. */
export function showAnswer(scale: AnswerScale, answer: AnswerValue | null): Bilingual {
  if (answer === null) return BLANK;
  if (answer.kind === 'unknown') return UNKNOWN.label;
  if (answer.kind === 'not_applicable') {
    const { ja, en } = NOT_APPLICABLE.label;
    return answer.reason.trim() === '' ? { ja, en } : { ja: `${ja}（${answer.reason}）`, en: `${en} (${answer.reason})` };
  }
  return kindOf(scale).show(scale, answer) ?? { ja: String(answer.value), en: String(answer.value) };
}

/** Whether the answer claims that the requirement is met. Not applicable and don't know never do. */
export function meets(scale: AnswerScale, answer: AnswerValue | null, requiredLevel: number | null): boolean {
  return answer !== null && kindOf(scale).meets(answer, requiredLevel);
}

export function requiredAnswer(scale: AnswerScale, requiredLevel: number | null): Bilingual {
  return kindOf(scale).required(scale, requiredLevel);
}
