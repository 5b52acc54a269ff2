import { journey } from '@pure/response';
import type { Question } from '@pure/response';
import type { AnswerScale, Bilingual } from '@pure/catalog';
import { factsNeeded } from '@pure/catalog';
import { necessityText } from '../catalogs/catalog-words.view.js';
import type { TextRef } from '../web/text.rules.js';
import type { OpenDraft } from './draft-head.view.js';

export interface PreviewQuestion {
  readonly id: string;
  readonly code: string;
  readonly title: Bilingual;
  readonly official: string | null;
  readonly necessity: TextRef;
  readonly level: number | null;
  readonly criterion: Bilingual;
  readonly method: string;
  readonly evidence: readonly Bilingual[];
  readonly rationale: Bilingual;
  readonly answers: readonly { readonly value: string; readonly label: Bilingual }[];
}
export interface PreviewView {
  readonly sections: readonly { readonly id: string; readonly name: Bilingual; readonly catalog: Bilingual; readonly questions: readonly PreviewQuestion[] }[];
  readonly count: number;
  readonly facts: readonly string[];
  readonly scope: string;
  readonly notFinal: boolean;
}

/** The questionnaire as the supplier gets it: the same sections and questions, worked out by the same rule, with every item asked. */
export function previewView({ specification: { draft }, reading }: OpenDraft): PreviewView {
  const { sections } = journey(reading, {}, []);
  return {
    count: reading.requirements.length, scope: draft.scope, notFinal: reading.catalogs.some(({ status }) => status !== 'final'),
    facts: factsNeeded([...reading.requirements, ...reading.checklist]).map((name) => `catalog.fact.${name}`),
    sections: sections.map(({ group, catalogKey, questions }, index) => ({
      id: `s${index + 1}`, name: group, catalog: reading.catalogs.find(({ key }) => key === catalogKey)!.title, questions: questions.map(questionView) })),
  };
}

function questionView({ requirement, scale }: Question): PreviewQuestion {
  const { key, code, title, officialText, necessity, condition, requiredLevel, criterion, method, evidenceKinds, rationale } = requirement;
  return {
    id: `q-${key}`, code, title, official: officialText, necessity: necessityText(necessity, condition), level: requiredLevel, criterion, method: `catalog.method.${method}`,
    evidence: evidenceKinds, rationale, answers: answersOf(scale),
  };
}

/** Not applicable and don't know stand beside every scale (domain.md §0b.14). */
function answersOf(scale: AnswerScale): PreviewQuestion['answers'] {
  if (scale.kind === 'levels') return scale.levels.map(({ value, label }) => ({ value: String(value), label }));
  return scale.answers.map(({ label }) => ({ value: '', label }));
}
