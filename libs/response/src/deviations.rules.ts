import { isBinding } from '@pure/catalog';
import type { SpecificationDocument } from '@pure/specification';
import { meets, requiredAnswer, showAnswer } from './answer-kinds/index.js';
import { scaleOf } from './journey.rules.js';
import type { ResponseStatement, StatementAnswer } from './response.document.js';

/** What a signed statement says about a must that is not claimed to be met; `text` is made of the statement's own words. */
export interface Deviation { readonly key: string; readonly code: string; readonly text: string }

type Specified = Pick<SpecificationDocument, 'requirements' | 'scales'>;

/** Musts that apply and are answered no, partly, below the required level, not applicable or don't know (domain.md §0b.18). */
export function deviationsOf(specification: Specified, statement: Pick<ResponseStatement, 'answers' | 'facts'>): Deviation[] {
  const answers = new Map(statement.answers.map((answer) => [answer.key, answer]));
  return specification.requirements.flatMap((requirement) => {
    const answer = answers.get(requirement.key);
    if (!isBinding(requirement, statement.facts)) return [];
    if (!answer) throw new Error(`the statement says nothing about ${requirement.key}`);
    const scale = scaleOf(specification, requirement);
    if (meets(scale, answer.answer, requirement.requiredLevel)) return [];
    const parts = [showAnswer(scale, answer.answer).ja, `要求：${requiredAnswer(scale, requirement.requiredLevel).ja}`, ...remarks(answer)];
    return [{ key: requirement.key, code: requirement.code, text: parts.join('／') }];
  });
}

function remarks(answer: StatementAnswer): string[] {
  const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');
  return [
    answer.compensatingMeasure === null ? '' : `代替策：${oneLine(answer.compensatingMeasure)}`,
    answer.comment === null ? '' : `補足：${oneLine(answer.comment)}`,
  ].filter((part) => part !== '');
}
