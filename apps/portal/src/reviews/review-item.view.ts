import type { EvidenceFile } from '@libs/evidence';
import type { Finding, ReviewNote } from '@libs/review';
import { isBinding } from '@pure/catalog';
import type { AnswerScale, Bilingual } from '@pure/catalog';
import { meets, requiredAnswer, scaleOf, showAnswer } from '@pure/response';
import type { ResponseStatement, StatementAnswer } from '@pure/response';
import { OPINIONS } from '@pure/review';
import type { Opinion } from '@pure/review';
import type { SpecRequirement, SpecificationDocument } from '@pure/specification';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';

export interface NoteTyped { readonly opinion?: string; readonly note?: string; readonly findingText?: string; readonly findingTarget?: string; readonly findingDueOn?: string }

/** How a file can be looked at in its place: as a picture, in a frame of its own, or only saved. */
export type Look = 'image' | 'frame' | 'download';
const LOOKS: Readonly<Record<string, Look>> = { 'image/png': 'image', 'image/jpeg': 'image', 'application/pdf': 'frame', 'text/plain': 'frame' };
export const lookAt = (mediaType: string): Look => LOOKS[mediaType.split(';')[0]!.trim()] ?? 'download';

export interface ItemView {
  readonly anchor: string;
  readonly key: string;
  readonly code: string;
  readonly title: Bilingual;
  readonly criterion: Bilingual | null;
  readonly necessity: string | null;
  readonly binding: boolean;
  readonly claimed: Bilingual;
  readonly required: Bilingual | null;
  readonly tone: 'done' | 'late' | 'info';
  readonly verdict: string;
  readonly deviates: boolean;
  readonly answer: Pick<StatementAnswer, 'comment' | 'compensatingMeasure' | 'answeredBy' | 'origin'>;
  readonly files: readonly { readonly id: string; readonly name: string; readonly bytes: number; readonly look: Look; readonly open: boolean }[];
  readonly opinion: { readonly tone: string; readonly key: string; readonly by: string; readonly at: Date; readonly note: string | null } | null;
  readonly finding: { readonly text: string; readonly target: string | null; readonly dueOn: string | null } | null;
  readonly earlier: readonly { readonly by: string; readonly at: Date; readonly opinion: string; readonly note: string | null }[];
  readonly findings: readonly Pick<Finding, 'text' | 'target' | 'dueOn' | 'foundBy' | 'foundAt' | 'replies'>[];
  readonly form: {
    readonly choices: readonly { readonly value: Opinion; readonly label: string; readonly chosen: boolean }[];
    readonly note: string; readonly findingText: string; readonly findingTarget: string; readonly findingDueOn: string;
    readonly problems: readonly TextRef[]; readonly open: boolean;
  };
  readonly mayNote: boolean;
}

export interface ItemInput {
  readonly statement: Pick<ResponseStatement, 'answers' | 'facts'>;
  readonly specification: SpecificationDocument;
  /** Newest first. */
  readonly notes: readonly ReviewNote[];
  /** Of earlier returns, oldest first. */
  readonly findings: readonly Finding[];
  readonly files: readonly Pick<EvidenceFile, 'id'>[];
  readonly mayNote: boolean;
}

const TONES: Readonly<Record<Opinion, string>> = { accepted: 'done', question: 'info', not_accepted: 'stop' };

/** Every question that applied, as it was asked and answered, with what the buyer thinks of it. */
export function itemViews(input: ItemInput): ItemView[] {
  const requirements = new Map(input.specification.requirements.map((one) => [one.key, one]));
  return input.statement.answers.filter((answer) => answer.applies).map((answer, index) => itemView(input, answer, requirements.get(answer.key), index));
}

/** The same item again with what was typed and what is wrong with it. */
export function refusedItem(item: ItemView, typed: NoteTyped, problems: readonly Problem[]): ItemView {
  const { form } = item;
  return { ...item, form: {
    choices: form.choices.map((choice) => ({ ...choice, chosen: choice.value === typed.opinion })), note: typed.note ?? '', findingText: typed.findingText ?? '',
    findingTarget: typed.findingTarget ?? '', findingDueOn: typed.findingDueOn ?? '', problems: problems.map(({ text: said }) => said), open: true } };
}

function itemView(input: ItemInput, answer: StatementAnswer, requirement: SpecRequirement | undefined, index: number): ItemView {
  const { specification, statement, mayNote } = input;
  const scale = requirement ? scaleOf(specification, requirement) : null;
  const binding = requirement ? isBinding(requirement, statement.facts) : false;
  const met = scale !== null && meets(scale, answer.answer, requirement!.requiredLevel);
  const [now, ...before] = input.notes.filter((note) => note.requirementKey === answer.key);
  const open = new Set(input.files.map(({ id }) => id as string));
  return {
    anchor: `item-${index + 1}`, key: answer.key, code: answer.code, title: answer.title, criterion: requirement?.criterion ?? null, necessity: requirement?.necessity ?? null, binding,
    ...claim(scale, answer, requirement, met, binding), answer,
    files: answer.evidence.map((file) => ({ id: file.id, name: file.fileName, bytes: file.byteSize, look: lookAt(file.mediaType), open: open.has(file.id) })),
    opinion: now ? { tone: TONES[now.opinion], key: `review.opinion.${now.opinion}`, by: now.reviewedBy, at: now.reviewedAt, note: now.note } : null,
    finding: now?.findingText ? { text: now.findingText, target: now.findingTarget, dueOn: now.findingDueOn } : null,
    earlier: before.map((note) => ({ by: note.reviewedBy, at: note.reviewedAt, opinion: `review.opinion.${note.opinion}`, note: note.note })),
    findings: input.findings.filter((finding) => finding.requirementKey === answer.key), form: formOf(now), mayNote,
  };
}

function claim(scale: AnswerScale | null, answer: StatementAnswer, requirement: SpecRequirement | undefined, met: boolean, binding: boolean) {
  const claimed = scale ? showAnswer(scale, answer.answer) : { ja: '–', en: '–' };
  const required = scale && requirement ? requiredAnswer(scale, requirement.requiredLevel) : null;
  const deviates = binding && !met;
  return {
    claimed, required, deviates, tone: met ? 'done' as const : deviates ? 'late' as const : 'info' as const,
    verdict: met ? 'portal_reviews.met' : deviates ? 'portal_reviews.deviates' : 'portal_reviews.not_met',
  };
}

/** An opinion is changed from where it stands; a first one starts empty. */
function formOf(now: ReviewNote | undefined): ItemView['form'] {
  return {
    choices: OPINIONS.map((value) => ({ value, label: `review.opinion.${value}`, chosen: now?.opinion === value })), note: now?.note ?? '',
    findingText: now?.findingText ?? '', findingTarget: now?.findingTarget ?? '', findingDueOn: now?.findingDueOn ?? '', problems: [], open: false,
  };
}

export const summaryKey = (items: readonly ItemView[]): TextRef =>
  text('portal_reviews.progress', { seen: items.filter(({ opinion }) => opinion !== null).length, all: items.length });
