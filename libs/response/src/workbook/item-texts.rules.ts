import type { Language } from '@platform-pure/tenancy';
import { requiredAnswer } from '../answer-kinds/index.js';
import type { Question } from '../journey.rules.js';
import { GIVEN } from './columns.rules.js';
import type { Say, WorkbookField } from './columns.rules.js';

/** What stands beside a question for reading only, by field. Our wording is a gist and its column says so; an official text comes first. */
export function givenTexts({ requirement, scale, applies }: Question, language: Language, say: Say): Readonly<Record<string, string>> {
  const necessity = say(`catalog.necessity.${requirement.necessity}`);
  const condition = requirement.condition === null ? [] : [say(`catalog.condition.${requirement.necessity === 'must_unless' ? 'unless' : 'if'}`, { fact: say(`catalog.fact_clause.${requirement.condition}`) })];
  const gist = requirement.title[language];
  return {
    code: requirement.code, group: requirement.group[language],
    necessity: [necessity, ...condition, ...(applies ? [] : [say('workbook.not_asked')])].join('\n'),
    requirement: requirement.officialText === null ? gist : `${requirement.officialText}\n${say('workbook.gist', { text: gist })}`,
    criterion: `${requiredAnswer(scale, requirement.requiredLevel)[language]}\n${requirement.criterion[language]}`,
    why: requirement.rationale[language],
    evidence: [say(`catalog.method.${requirement.method}`), ...requirement.evidenceKinds.map((kind) => kind[language])].join('\n'),
  };
}

/** Everything that we may have written into a given cell of this question, in either language. */
export function knownTexts(question: Question, texts: Readonly<Record<Language, Say>>): Readonly<Partial<Record<WorkbookField, readonly string[]>>> {
  const [ja, en] = [givenTexts(question, 'ja', texts.ja), givenTexts(question, 'en', texts.en)];
  return Object.fromEntries(GIVEN.map((field) => [field, [ja[field], en[field]]]));
}
