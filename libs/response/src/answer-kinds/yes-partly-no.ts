import type { AnswerScale } from '@pure/catalog';
import type { AnswerKind } from './answer.js';

type YesPartlyNoScale = Extract<AnswerScale, { kind: 'yes_partly_no' }>;

/** Criteria and checks: yes, partly, no. Only yes claims that the requirement is met. */
export const yesPartlyNo: AnswerKind<YesPartlyNoScale> = {
  kind: 'yes_partly_no',
  options: (scale) => scale.answers.map(({ value, label }) => ({ value, label })),
  read: (scale, value) => {
    const found = scale.answers.find((answer) => answer.value === value);
    return found && { kind: 'choice', value: found.value };
  },
  show: (scale, answer) => (answer.kind === 'choice' ? scale.answers.find((known) => known.value === answer.value)?.label : undefined),
  meets: (answer) => answer.kind === 'choice' && answer.value === 'yes',
  required: (scale) => scale.answers.find((known) => known.value === 'yes')?.label ?? { ja: 'はい', en: 'Yes' },
};
