import { acceptsCompensation, applies, isBinding } from '@pure/catalog';
import type { AnswerScale, Bilingual, Facts } from '@pure/catalog';
import type { SpecRequirement, SpecificationDocument } from '@pure/specification';
import { meets } from './answer-kinds/index.js';
import type { DraftAnswer } from './answer.rules.js';

export type MissingKind = 'unanswered' | 'reason' | 'evidence';
/** One thing that keeps a response from being submitted: the page shows this list and the guard refuses by it. */
export interface Missing { readonly key: string; readonly code: string; readonly kind: MissingKind }

export interface Question {
  readonly requirement: SpecRequirement;
  readonly scale: AnswerScale;
  /** False while a fact of the request switches it off; what was typed is kept. */
  readonly applies: boolean;
  /** Must, and applies. */
  readonly binding: boolean;
  readonly acceptsCompensation: boolean;
  readonly draft: DraftAnswer;
  readonly missing: MissingKind | null;
  /** Binding, answered, and the answer does not claim the requirement is met: allowed, and it will stand in the agreement. */
  readonly deviates: boolean;
}

export interface Section {
  readonly catalogKey: string;
  readonly group: Bilingual;
  readonly questions: readonly Question[];
  /** Of the questions that apply. */
  readonly asked: number;
  readonly answered: number;
  readonly missing: number;
}

export interface Journey {
  readonly sections: readonly Section[];
  readonly missing: readonly Missing[];
  readonly asked: number;
  readonly answered: number;
  /** Key of the question to go to, first what blocks, then what is merely blank; null when there is nothing left to ask. */
  readonly next: string | null;
  readonly deviations: number;
}

type Asked = Pick<SpecificationDocument, 'requirements' | 'scales'>;

/** Where a respondent stands in a questionnaire. */
export function journey(specification: Asked, facts: Facts, drafts: readonly DraftAnswer[]): Journey {
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]));
  const questions = specification.requirements.map((requirement) =>
    question(requirement, scaleOf(specification, requirement), facts, byKey.get(requirement.key) ?? blank(requirement.key)));
  const asked = questions.filter((one) => one.applies);
  const missing = asked.flatMap((one): Missing[] =>
    one.missing === null ? [] : [{ key: one.requirement.key, code: one.requirement.code, kind: one.missing }]);
  return {
    sections: sectionsOf(questions), missing, asked: asked.length, answered: asked.filter(isAnswered).length,
    next: missing[0]?.key ?? asked.find((one) => !isAnswered(one))?.requirement.key ?? null,
    deviations: asked.filter((one) => one.deviates).length,
  };
}

/** Keys of the questions that the facts switch off. */
export function notAsked({ requirements }: Pick<SpecificationDocument, 'requirements'>, facts: Facts): string[] {
  return requirements.filter((requirement) => !applies(requirement, facts)).map(({ key }) => key);
}

export function scaleOf(specification: Asked, requirement: SpecRequirement): AnswerScale {
  const scale = specification.scales[requirement.catalogKey];
  if (!scale) throw new Error(`the specification has no scale for ${requirement.catalogKey}`);
  return scale;
}

function question(requirement: SpecRequirement, scale: AnswerScale, facts: Facts, draft: DraftAnswer): Question {
  const binding = isBinding(requirement, facts);
  const claimed = meets(scale, draft.answer, requirement.requiredLevel);
  const asked = applies(requirement, facts);
  return {
    requirement, scale, applies: asked, binding, acceptsCompensation: acceptsCompensation(requirement.necessity), draft,
    missing: asked ? missingOf(requirement, draft, binding, claimed) : null,
    deviates: binding && draft.answer !== null && !claimed,
  };
}

/**
 * A blank must, "not applicable" without a reason, and a claim nobody could check: a must that is to be verified by document and is
 * answered as met needs the document, or a word on where it can be seen (drawings that never leave the factory). domain.md §3.3, §3.2.
 */
function missingOf(requirement: SpecRequirement, draft: DraftAnswer, binding: boolean, claimed: boolean): MissingKind | null {
  if (draft.answer === null) return binding ? 'unanswered' : null;
  if (draft.answer.kind === 'not_applicable' && draft.answer.reason.trim() === '') return 'reason';
  const shown = draft.evidence.length > 0 || draft.comment !== null;
  return binding && claimed && requirement.method === 'document' && !shown ? 'evidence' : null;
}

function sectionsOf(questions: readonly Question[]): Section[] {
  const groups = new Map<string, Question[]>();
  for (const one of questions) {
    const name = `${one.requirement.catalogKey}\n${one.requirement.group.ja}`;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups.values()].map((members) => {
    const asked = members.filter((one) => one.applies);
    const { catalogKey, group } = members[0]!.requirement;
    return { catalogKey, group, questions: members, asked: asked.length, answered: asked.filter(isAnswered).length,
      missing: asked.filter((one) => one.missing !== null).length };
  });
}

const isAnswered = (one: Question): boolean => one.draft.answer !== null;

function blank(key: string): DraftAnswer {
  return { key, version: 0, answer: null, comment: null, compensatingMeasure: null, answeredBy: null, answeredAt: null, evidence: [] };
}
