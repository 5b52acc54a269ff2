import type { Section } from '@pure/response';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';
import { questionView } from './question.view.js';
import type { Around, QuestionView, Redrawn } from './question.view.js';
import type { OpenedSection } from './questionnaire-desk.js';
import { versionsOf } from './section-form.rules.js';

export interface SectionView {
  readonly number: string;
  readonly title: Section['group'];
  readonly place: TextRef;
  readonly path: string;
  readonly overview: string;
  readonly requestId: string;
  readonly responseId: string;
  /** Whose unsaved words these are, in this browser. */
  readonly person: string;
  readonly zone: string;
  readonly editable: boolean;
  readonly stopped: string | null;
  readonly gist: boolean;
  readonly versions: string;
  readonly questions: readonly QuestionView[];
  readonly switchedOff: readonly { readonly code: string; readonly title: Section['group'] }[];
  readonly asked: number;
  readonly answered: number;
  readonly unknown: number;
  readonly previous: string | null;
  readonly next: { readonly href: string; readonly key: string };
  readonly handOver: string | null;
  readonly problems: readonly { readonly text: TextRef; readonly href: string }[];
}

export interface SectionReader { readonly person: string; readonly zone: string; readonly mayAssign: boolean; readonly onlyMine: boolean }

/** All questions of one section on one page; those that a fact switches off are named below, so that nobody misses them. */
export function sectionView({ opened, section, number }: OpenedSection, around: Around, reader: SectionReader, redrawn: ReadonlyMap<string, Redrawn> = new Map()): SectionView {
  const { request, journey } = opened;
  const overview = `/questionnaires/${request.id}`;
  const at = (to: number): string | null => to >= 1 && to <= journey.sections.length ? `${overview}/sections/${to}` : null;
  const questions = section.questions.map((question, index) => ({ question, view: questionView(question, index, around, redrawn.get(question.requirement.key)) }));
  const asked = questions.filter(({ question }) => question.applies).map(({ view }) => view);
  return {
    number: request.number, title: section.group, place: text('portal_questionnaires.section_of', { number, count: journey.sections.length }), path: `${overview}/sections/${number}`, overview,
    requestId: request.id, responseId: opened.response.id, person: reader.person, zone: reader.zone, editable: around.editable, stopped: stoppedBy(opened),
    gist: asked.some(({ official }) => official === null), versions: versionsOf(section.questions), questions: reader.onlyMine ? asked.filter(({ holder }) => holder?.mine) : asked,
    switchedOff: section.questions.filter((one) => !one.applies).map(({ requirement: { code, title } }) => ({ code, title })),
    asked: section.asked, answered: section.answered, unknown: unknownIn(section), previous: at(number - 1),
    next: { href: at(number + 1) ?? `${overview}/check`, key: at(number + 1) ? 'next_section' : 'to_check' },
    handOver: reader.mayAssign && around.editable ? `${overview}/assignments?section=${number}` : null,
    problems: questions.flatMap(({ view }) => view.problem ? [{ text: text('portal_questionnaires.problem_at', { code: view.code, problem: view.problem }), href: `#${view.id}` }] : []),
  };
}

/** "Don't know" is an answer, and no claim: it is counted apart. */
export const unknownIn = ({ questions }: Section): number => questions.filter(({ applies, draft }) => applies && draft.answer?.kind === 'unknown').length;

/** Why nothing can be changed now. */
export function stoppedBy({ request, response }: Pick<OpenedSection['opened'], 'request' | 'response'>): string | null {
  if (request.withdrawnAt) return 'portal_questionnaires.stopped.withdrawn';
  return response.state === 'submitted' || response.state === 'released' ? `portal_questionnaires.stopped.${response.state}` : null;
}
