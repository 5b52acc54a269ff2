import { readAnswer } from '@pure/response';
import type { AnswerValue, Question } from '@pure/response';

/** One question's part of the form, as it was typed. */
export interface Typed { readonly answer: string; readonly reason: string; readonly comment: string; readonly measure: string; readonly version: number }

const FIELDS = ['answer', 'reason', 'comment', 'measure'] as const;

/** The fields of a section's form are `answer.<key>`, `comment.<key>` …; the versions they were typed on stand in `versions` as `key version` lines. */
export function typedOf(body: unknown, questions: readonly Question[]): ReadonlyMap<string, Typed> {
  const fields = (body ?? {}) as Readonly<Record<string, unknown>>;
  const one = (name: string): string => typeof fields[name] === 'string' ? fields[name] : '';
  const versions = new Map(one('versions').split(/\s*\n\s*/).map((line): [string, number] => {
    const at = line.lastIndexOf(' ');
    return [line.slice(0, at), Number(line.slice(at + 1))];
  }));
  return new Map(questions.filter(({ requirement: { key } }) => FIELDS.some((field) => typeof fields[`${field}.${key}`] === 'string')).map(({ requirement: { key } }) => {
    const version = versions.get(key);
    const typed = Object.fromEntries(FIELDS.map((field) => [field, one(`${field}.${key}`)])) as Omit<Record<(typeof FIELDS)[number], string>, never>;
    return [key, { ...typed, version: Number.isSafeInteger(version) ? version! : 0 }];
  }));
}

export const versionsOf = (questions: readonly Question[]): string => questions.map(({ requirement: { key }, draft: { version } }) => `${key} ${version}`).join('\n');

/** What a verb is given; undefined for an answer that is not on the scale. */
export function contentOf({ scale, acceptsCompensation }: Pick<Question, 'scale' | 'acceptsCompensation'>, typed: Omit<Typed, 'version'>):
  { readonly answer: AnswerValue | null; readonly comment: string; readonly compensatingMeasure: string | null } | undefined {
  const answer = readAnswer(scale, typed.answer, typed.reason);
  return answer === undefined ? undefined : { answer, comment: typed.comment, compensatingMeasure: acceptsCompensation ? typed.measure : null };
}

/** An answer as a script sends it: the database knows which values the question's scale has, so the edition need not be read. Undefined for nonsense. */
export function plainAnswer(value: string, reason: string): AnswerValue | null | undefined {
  if (value === '') return null;
  if (value === 'not_applicable') return { kind: value, reason };
  if (value === 'unknown') return { kind: value };
  if (/^[1-5]$/.test(value)) return { kind: 'level', value: Number(value) as 1 | 2 | 3 | 4 | 5 };
  return value === 'yes' || value === 'partly' || value === 'no' ? { kind: 'choice', value } : undefined;
}
