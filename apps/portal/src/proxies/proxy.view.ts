import type { AskedQuestionnaire } from '@libs/response';
import type { EvidenceFile } from '@libs/evidence';
import { optionsOf, valueOf } from '@pure/response';
import type { Placement, Question } from '@pure/response';
import { phrase, table, words } from '../web/cells.view.js';
import type { TableView } from '../web/cells.view.js';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';
import type { Typed } from '../questionnaires/section-form.rules.js';

interface Both { readonly ja: string; readonly en: string }
interface Heading { readonly number: string; readonly title: Both; readonly maker: string; readonly back: string; readonly path: string }

export interface ProxySourceView extends Heading { readonly workbook: string; readonly withdrawn: boolean; readonly form: FormView }

const headingOf = ({ request, edition }: AskedQuestionnaire): Heading => ({
  number: request.number, title: edition.document.title, maker: `${request.respondent.makerName} ${request.respondent.factoryName}`, back: `/requests/${request.id}`, path: `/requests/${request.id}/proxy`,
});

/** First page: the file, when it came and from whom. */
export function proxySourceView(asked: AskedQuestionnaire, typed: object, today: string, problems: readonly Problem[] = []): ProxySourceView {
  const heading = headingOf(asked);
  const given = { receivedOn: today, ...typed };
  return { ...heading, workbook: `${heading.path}/workbook`, withdrawn: asked.request.withdrawnAt !== null, form: formView(['file', 'receivedOn', 'answeredBy'], given, problems) };
}

export interface ProxyItemView {
  readonly id: string;
  readonly key: string;
  readonly code: string;
  readonly title: Both;
  readonly options: readonly { readonly value: string; readonly label: Both; readonly chosen: boolean }[];
  readonly reason: string;
  readonly comment: string;
  readonly measure: string;
  readonly acceptsCompensation: boolean;
}

export interface ProxyAnswersView extends Heading {
  readonly file: string;
  readonly form: FormView;
  /** What became of the file as a workbook: how many answers were found, and what could not be read. */
  readonly read: TextRef | null;
  readonly strays: TableView | null;
  readonly sections: readonly { readonly title: Both; readonly items: readonly ProxyItemView[] }[];
  readonly blank: number;
}

export interface ProxyAnswersInput {
  readonly asked: AskedQuestionnaire;
  readonly file: EvidenceFile;
  readonly source: object;
  readonly typed: ReadonlyMap<string, Omit<Typed, 'version'>>;
  readonly placement: Placement | null;
  readonly unread: TextRef | null;
  readonly problems?: readonly Problem[];
}

/** Second page: every question with what the file said, to be compared with the paper and completed. */
export function proxyAnswersView({ asked, file, source, typed, placement, unread, problems = [] }: ProxyAnswersInput): ProxyAnswersView {
  const heading = headingOf(asked);
  const sections = asked.journey.sections.map(({ group, questions }) => ({ title: group, items: questions.filter(({ applies }) => applies).map((question) => itemView(question, typed)) }));
  const answered = placement?.items.filter(({ filed }) => filed.answer).length ?? 0;
  return {
    ...heading, path: `${heading.path}/${file.id}`, file: file.fileName, form: formView(['receivedOn', 'answeredBy'], source, problems), sections,
    read: unread ?? (placement && text('portal_proxies.read', { count: answered })), strays: placement && placement.strays.length > 0 ? straysTable(placement) : null,
    blank: sections.flatMap(({ items }) => items).filter(({ options }) => !options.some(({ chosen }) => chosen)).length,
  };
}

function itemView({ requirement: { key, code, title }, scale, acceptsCompensation }: Question, typed: ProxyAnswersInput['typed']): ProxyItemView {
  const { answer = '', reason = '', comment = '', measure = '' } = typed.get(key) ?? {};
  const options = optionsOf(scale).map(({ value, label }) => ({ value, label, chosen: value === answer }));
  return { id: key.replace(/[^\w-]/g, '_'), key, code, title, options, reason, comment, measure, acceptsCompensation };
}

function straysTable({ strays }: Placement): TableView {
  const columns = ['portal_workbooks.sheet', 'portal_workbooks.cell', 'portal_workbooks.text', 'portal_workbooks.why'];
  return table('portal_workbooks.strays', columns, strays.map((stray) => [words(stray.sheet), words(stray.cell), words(stray.text), phrase(`workbook.stray.${stray.why}`, stray.params)]), 'portal_workbooks.no_strays', 500);
}

/** What a mailed workbook said, as if it had been typed here. */
export function typedIn({ items }: Placement): ReadonlyMap<string, Omit<Typed, 'version'>> {
  return new Map(items.map(({ key, filed: { answer = null, comment, note, compensatingMeasure } }) => [key, {
    answer: valueOf(answer), reason: answer?.kind === 'not_applicable' ? answer.reason : '', comment: [comment, note].filter(Boolean).join('\n'), measure: compensatingMeasure ?? '' }]));
}
