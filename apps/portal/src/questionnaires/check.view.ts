import { requiredAnswer, showAnswer } from '@pure/response';
import type { Question } from '@pure/response';
import { link, phrase, table, words } from '../web/cells.view.js';
import type { Cell, TableView } from '../web/cells.view.js';
import type { Problem } from '../web/problems.js';
import { placeOf } from './questionnaire-desk.js';
import type { Opened } from './questionnaire-desk.js';
import { stoppedBy } from './section.view.js';

export interface CheckView {
  readonly number: string;
  readonly title: { readonly ja: string; readonly en: string };
  readonly back: string;
  readonly submitPath: string | null;
  readonly stopped: string | null;
  readonly problems: readonly Problem[];
  readonly missing: TableView;
  readonly blocked: boolean;
  readonly doubts: TableView;
  readonly deviations: TableView;
  readonly alone: boolean;
  readonly signers: string;
  readonly sections: readonly { readonly title: { readonly ja: string; readonly en: string }; readonly table: TableView }[];
}

export interface CheckReader { readonly maySubmit: boolean; /** Names of those who may sign. */ readonly signers: readonly string[]; /** The only signer is the one who submits. */ readonly alone: boolean }

/** Everything as it would be submitted, in order: first what keeps it from being submitted, then what somebody should look at once more. */
export function checkView(opened: Opened & { readonly response: object }, reader: CheckReader, problems: readonly Problem[] = []): CheckView {
  const { request, journey, edition: { document } } = opened;
  const asked = journey.sections.flatMap(({ questions }) => questions).filter(({ applies }) => applies);
  const missing = asked.filter((one) => one.missing !== null).map((one) => [...head(opened, one), phrase(`portal_questionnaires.missing.${one.missing}`)]);
  const doubts = asked.flatMap((one) => doubtsOf(one).map((key) => [...head(opened, one), phrase(key)]));
  const deviating = asked.filter(({ deviates }) => deviates).map((one) => [
    ...head(opened, one), words(showAnswer(one.scale, one.draft.answer)), words(requiredAnswer(one.scale, one.requirement.requiredLevel)), words(one.draft.compensatingMeasure ?? '', one.draft.comment)]);
  const columns = ['common.field.code', 'catalog.requirement'];
  return {
    number: request.number, title: document.title, back: `/questionnaires/${request.id}`, stopped: stoppedBy(opened as Parameters<typeof stoppedBy>[0]), problems,
    submitPath: opened.editable && reader.maySubmit ? `/questionnaires/${request.id}/submission` : null, blocked: missing.length > 0, alone: reader.alone, signers: reader.signers.join('、'),
    missing: table('portal_questionnaires.check.missing', [...columns, 'portal_questionnaires.check.what'], missing, 'response.missing.none'),
    doubts: table('portal_questionnaires.check.doubts', [...columns, 'portal_questionnaires.check.what'], doubts, 'portal_questionnaires.check.no_doubts'),
    deviations: table('review.field.deviations', [...columns, 'response.field.answer', 'portal_questionnaires.required', 'portal.response.comment'], deviating, 'review.no_deviations'),
    sections: journey.sections.map(({ group, questions }) => ({ title: group, table: answersTable(opened, questions) })),
  };
}

const head = (opened: Opened, { requirement: { key, code, title } }: Question): Cell[] => [link(code, placeOf(opened, key)), words(title)];

/** What contradicts itself or would be asked back; it does not keep anybody from submitting. */
export function doubtsOf(question: Question): string[] {
  const { binding, draft: { answer, compensatingMeasure, evidence } } = question;
  if (answer === null) return binding ? [] : ['portal_questionnaires.doubt.blank'];
  if (answer.kind === 'unknown') return ['portal_questionnaires.doubt.unknown'];
  if (answer.kind === 'not_applicable') return evidence.length > 0 ? ['portal_questionnaires.doubt.evidence_for_nothing'] : [];
  if (question.deviates) return isUnexplained(question) ? ['portal_questionnaires.doubt.unexplained'] : [];
  return binding && compensatingMeasure !== null ? ['portal_questionnaires.doubt.measure_for_nothing'] : [];
}

const isUnexplained = ({ draft: { comment, compensatingMeasure } }: Question): boolean => comment === null && compensatingMeasure === null;

function answersTable(opened: Opened, questions: readonly Question[]): TableView {
  const rows = questions.map((one) => [
    ...head(opened, one), one.applies ? words(showAnswer(one.scale, one.draft.answer)) : phrase('response.does_not_apply'), words(one.draft.comment ?? '', one.draft.compensatingMeasure),
    words(one.draft.evidence.map(({ fileName }) => fileName).join('、')), words(one.draft.answeredBy)]);
  const columns = ['common.field.code', 'catalog.requirement', 'response.field.answer', 'portal.response.comment', 'response.field.evidence', 'response.field.answered_by'];
  return table('portal.response.answers', columns, rows, 'portal.response.no_answers');
}

