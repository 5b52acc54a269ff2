import type { StoryEvent } from '@libs/insight';
import type { Finding } from '@libs/review';
import type { RequestStanding } from '@pure/insight';
import { requestStatus } from '@pure/insight';
import type { Assignment, Section } from '@pure/response';
import { day, fact, instant, link, phrase, status, table, word, words } from '../web/cells.view.js';
import type { Cell, FactView, TableView } from '../web/cells.view.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { holdersOf, placeOf } from './questionnaire-desk.js';
import type { Opened } from './questionnaire-desk.js';
import { unknownIn } from './section.view.js';

export interface May { readonly start: boolean; readonly answer: boolean; readonly assign: boolean; readonly reply: boolean; readonly facts: boolean; readonly submit: boolean; readonly workbook: boolean }

export interface ShowInput {
  readonly opened: Opened;
  readonly standing: RequestStanding;
  readonly today: string;
  readonly findings: readonly Finding[];
  readonly story: readonly StoryEvent[];
  /** The newest submission that was not taken back. */
  readonly statementId: string | null;
  readonly may: May;
  readonly person: string;
  readonly memberId: string | null;
}

interface FindingView { readonly id: string; readonly code: string; readonly place: string; readonly text: string; readonly target: string | null; readonly dueOn: string | null; readonly replies: readonly { readonly text: string; readonly by: string; readonly at: Date }[]; readonly form: FormView }

export interface ShowView {
  readonly id: string;
  readonly number: string;
  readonly title: { readonly ja: string; readonly en: string };
  readonly status: Cell;
  readonly due: TextRef;
  readonly facts: readonly FactView[];
  readonly note: string | null;
  readonly started: boolean;
  readonly editable: boolean;
  readonly person: string;
  readonly asked: number;
  readonly answered: number;
  readonly unknown: number;
  readonly next: { readonly href: string; readonly label: TextRef; readonly start: boolean } | null;
  readonly sections: TableView;
  /** Why the newest submission came back from inside the house; null when it did not. */
  readonly declined: { readonly by: string; readonly reason: string } | null;
  readonly returned: readonly FindingView[];
  readonly mine: number;
  readonly handOver: string | null;
  readonly workbook: string | null;
  readonly mayReply: boolean;
  readonly premises: TableView;
  readonly correct: string | null;
  readonly story: TableView;
}

export function showView(input: ShowInput, problems: readonly Problem[] = [], typed: { readonly findingId?: string; readonly text?: string } = {}): ShowView {
  const { opened, standing, may } = input;
  const { request, edition: { document }, journey } = opened;
  const path = `/questionnaires/${request.id}`;
  return {
    id: request.id, number: request.number, title: document.title, status: status(requestStatus(standing.state, standing.late)), due: dueText(request.dueOn, input.today, standing),
    facts: askedFacts(opened), note: request.note, started: opened.response !== null, editable: opened.editable, person: input.person,
    asked: journey.asked, answered: journey.answered, unknown: journey.sections.reduce((sum, one) => sum + unknownIn(one), 0), next: nextStep(input), sections: sectionTable(opened),
    declined: opened.editable ? declinedIn(input.story) : null,
    returned: input.findings.map((finding) => findingView(opened, finding, finding.id === typed.findingId ? { problems, typed: typed.text ?? '' } : null)),
    mine: mineIn(opened, input.memberId), handOver: opened.editable && may.assign ? `${path}/assignments` : null, workbook: may.workbook && opened.response ? `${path}/workbook` : null,
    mayReply: may.reply, premises: premisesTable(opened), correct: may.facts && request.withdrawnAt === null && document.factNames.length > 0 ? `${path}/facts` : null,
    story: storyTable(input.story),
  };
}

function dueText(dueOn: string, today: string, { state, late }: RequestStanding): TextRef {
  if (late) return text('portal_questionnaires.due_late', { days: daysBetween(dueOn, today) });
  return ['sent', 'acknowledged', 'answering', 'returned'].includes(state) ? text('portal_questionnaires.due_in', { days: daysBetween(today, dueOn) }) : text('portal_questionnaires.due_over');
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

function askedFacts({ request, edition: { document } }: Opened): FactView[] {
  const { buyer, scope } = document;
  return [
    fact('portal_questionnaires.asked_by', words({ ja: buyer.name, en: buyer.nameEn ?? buyer.name }, buyer.contact ? `${buyer.contact.name} ${buyer.contact.email}` : buyer.department)),
    fact('request.due_on', day(request.dueOn)), fact('request.respondent', words(request.respondent.makerName, request.respondent.factoryName)),
    fact('specification.print.scope', words(scope || '–')),
    fact('common.noun.specification', link({ ja: `${document.number} 第${document.edition}版を読む`, en: `Read ${document.number} edition ${document.edition}` }, `/specifications/${request.specificationEditionId}`)),
  ];
}

/** Of several things that could be done next, the one that brings it forward. */
function nextStep({ opened, standing, may, statementId }: ShowInput): ShowView['next'] {
  const { request, response, journey } = opened;
  const path = `/questionnaires/${request.id}`;
  if (standing.state === 'withdrawn' || standing.state === 'agreed') return null;
  if (!response) return may.start ? { href: `${path}/start`, label: text('portal_questionnaires.next.start'), start: true } : null;
  if (standing.state === 'submitted') return statementId ? { href: `/signatures/${statementId}`, label: text('portal_questionnaires.next.sign'), start: false } : null;
  if (!opened.editable || !may.answer) return null;
  if (journey.next !== null) return { href: placeOf(opened, journey.next), label: text(journey.answered === 0 ? 'portal_questionnaires.next.first' : 'portal_questionnaires.next.answer'), start: false };
  return { href: `${path}/check`, label: text('portal_questionnaires.next.check'), start: false };
}

function sectionTable(opened: Opened): TableView {
  const { journey, request, assignments, response } = opened;
  const rows = journey.sections.map((section, index) => [
    link(section.group, response ? `/questionnaires/${request.id}/sections/${index + 1}` : null), words(`${section.answered} / ${section.asked}`), status(sectionStatus(section)),
    words(holdersOf(section.questions, assignments).join('、'))]);
  return table('portal_questionnaires.sections', ['portal_questionnaires.section', 'portal_questionnaires.progress', 'common.field.status', 'portal_questionnaires.with'], rows, 'portal_questionnaires.no_sections');
}

export function sectionStatus({ asked, answered, missing }: Section): { readonly tone: 'done' | 'wait' | 'none' | 'late'; readonly key: string } {
  if (asked === 0) return { tone: 'none', key: 'portal_questionnaires.section_state.nothing' };
  if (answered === 0) return { tone: 'none', key: 'portal_questionnaires.section_state.blank' };
  if (answered < asked) return { tone: 'wait', key: 'portal_questionnaires.section_state.begun' };
  return missing > 0 ? { tone: 'late', key: 'portal_questionnaires.section_state.missing' } : { tone: 'done', key: 'portal_questionnaires.section_state.done' };
}

function findingView(opened: Opened, { id, requirementKey, text: said, target, dueOn, replies }: Finding, again: { readonly problems: readonly Problem[]; readonly typed: string } | null): FindingView {
  const code = requirementKey.slice(requirementKey.indexOf(':') + 1);
  const field = `reply-${id}`;
  const form = formView([field], { [field]: again?.typed ?? '' }, (again?.problems ?? []).map((problem) => ({ ...problem, field })));
  return { id, code, place: placeOf(opened, requirementKey), text: said, target, dueOn, replies: replies.map((reply) => ({ text: reply.text, by: reply.repliedBy, at: reply.repliedAt })), form };
}

function mineIn({ assignments, journey }: Opened, memberId: string | null): number {
  const now = new Map<string, Assignment>(assignments.flatMap((one) => one.requirementKeys.map((key): [string, Assignment] => [key, one])));
  return journey.sections.flatMap(({ questions }) => questions).filter(({ applies, draft, requirement }) => applies && draft.answer === null && memberId !== null && now.get(requirement.key)?.memberId === memberId).length;
}

/** Only what the edition's conditions test: everything else changes nothing. */
function premisesTable({ request, edition: { document } }: Opened): TableView {
  const rows = document.factNames.map((name) => {
    const correction = request.corrections.findLast((one) => one.facts[name] !== undefined);
    return [phrase(`catalog.fact.${name}`), word(`catalog.fact_state.${String(request.facts[name] ?? 'unstated')}`), words(correction?.reason ?? '', correction?.by)];
  });
  return table('request.facts', ['catalog.facts', 'common.field.status', 'portal.request.correction'], rows, 'portal.request.no_facts');
}

const LABELLED = { submitted: 'revision', signed: 'revision', released: 'revision', returned: 'count', ordered: 'number', certified: 'number' } as const;

/** What the signer, or the one who submitted, said when taking the newest submission back. */
function declinedIn(story: readonly StoryEvent[]): ShowView['declined'] {
  const newest = story.findLast(({ step }) => step === 'submitted' || step === 'declined' || step === 'returned');
  return newest?.step === 'declined' ? { by: newest.by ?? '', reason: newest.label ?? '' } : null;
}

export function storyTable(story: readonly StoryEvent[]): TableView {
  const rows = story.toReversed().map(({ step, at, by, id, label }) => {
    const name = LABELLED[step as keyof typeof LABELLED];
    const params = name ? { [name]: label ?? '' } : {};
    return [instant(at), phrase(`portal_questionnaires.story.${step}`, params), words(by ?? '', name ? null : label), link(HREFS[step] && id ? { ja: '開く', en: 'Open' } : '', id && HREFS[step] ? `${HREFS[step]}${id}` : null)];
  });
  return table('portal_questionnaires.story_title', ['portal_questionnaires.when', 'portal_questionnaires.what', 'portal_questionnaires.who', 'portal_questionnaires.open'], rows, 'portal_questionnaires.story_empty');
}

const HREFS: Readonly<Partial<Record<StoryEvent['step'], string>>> = {
  submitted: '/signatures/', signed: '/responses/', released: '/responses/', returned: '/responses/', agreed: '/responses/', ordered: '/orders/', certified: '/certificates/',
};
