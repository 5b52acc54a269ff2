import { holders, meets, optionsOf, requiredAnswer, showAnswer, valueOf } from '@pure/response';
import type { Assignment, DraftContent, EvidenceReference, Question } from '@pure/response';
import type { Finding } from '@libs/review';
import { bothOf } from '../web/cells.view.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';
import type { Typed } from './section-form.rules.js';

interface Both { readonly ja: string; readonly en: string }

export interface FilesView {
  readonly path: string;
  readonly csrf: string;
  readonly code: string;
  readonly editable: boolean;
  readonly files: readonly { readonly id: string; readonly name: string; readonly bytes: number }[];
  readonly problem: TextRef | null;
}

export interface TheirsView { readonly by: string; readonly answer: Both; readonly comment: string | null; readonly measure: string | null }

export interface QuestionView {
  readonly id: string;
  readonly key: string;
  readonly code: string;
  readonly title: Both;
  readonly official: string | null;
  readonly necessity: TextRef;
  readonly binding: boolean;
  readonly required: Both;
  readonly method: string;
  readonly criterion: Both;
  readonly rationale: Both;
  readonly evidenceKinds: Both;
  readonly options: readonly { readonly value: string; readonly label: Both; readonly checked: boolean; readonly meets: boolean }[];
  readonly answered: boolean;
  readonly shown: Both;
  readonly reason: string;
  readonly comment: string;
  readonly measure: string;
  readonly acceptsCompensation: boolean;
  /** A claim that is checked on paper says where the paper is. */
  readonly saysWhere: boolean;
  readonly version: number;
  readonly by: { readonly name: string; readonly at: Date } | null;
  readonly missing: string | null;
  readonly deviates: boolean;
  readonly holder: { readonly name: string; readonly mine: boolean; readonly dueOn: string | null } | null;
  readonly findings: readonly { readonly text: string; readonly target: string | null; readonly dueOn: string | null }[];
  readonly files: FilesView;
  readonly problem: TextRef | null;
  readonly theirs: TheirsView | null;
}

export interface Around {
  readonly requestId: string;
  readonly csrf: string;
  readonly editable: boolean;
  readonly memberId: string | null;
  readonly assignments: readonly Assignment[];
  /** Of the last return only: what is still asked. */
  readonly findings: readonly Pick<Finding, 'requirementKey' | 'text' | 'target' | 'dueOn'>[];
}

/** What was typed and refused, drawn again; nothing of it is lost. */
export interface Redrawn { readonly typed: Typed; readonly problem: TextRef | null; readonly theirs: (DraftContent & { readonly answeredBy: string | null }) | null }

export function questionView(question: Question, index: number, around: Around, redrawn?: Redrawn): QuestionView {
  const { requirement, draft, binding, acceptsCompensation, missing, deviates } = question;
  const { key, code, title, criterion, rationale, method, evidenceKinds } = requirement;
  const typed = redrawn?.typed ?? typedFrom(draft);
  return {
    id: `q${index + 1}`, key, code, title, official: requirement.textKind === 'official' ? requirement.officialText : null,
    necessity: necessityOf(requirement), binding, required: requiredAnswer(question.scale, requirement.requiredLevel), method: `catalog.method.${method}`, criterion, rationale,
    evidenceKinds: { ja: evidenceKinds.map(({ ja }) => ja).join('、'), en: evidenceKinds.map(({ en }) => en).join(', ') },
    options: optionViews(question, typed.answer), answered: draft.answer !== null, shown: showAnswer(question.scale, draft.answer),
    reason: typed.reason, comment: typed.comment, measure: typed.measure, acceptsCompensation, saysWhere: binding && method === 'document', version: draft.version,
    by: draft.answeredBy && draft.answeredAt ? { name: draft.answeredBy, at: draft.answeredAt } : null, missing: missing && `portal_questionnaires.missing.${missing}`, deviates,
    holder: holderOf(key, around), findings: around.findings.filter(({ requirementKey }) => requirementKey === key).map(({ text: said, target, dueOn }) => ({ text: said, target, dueOn })),
    files: filesView(around, requirement, draft.evidence), problem: redrawn?.problem ?? null, theirs: redrawn?.theirs ? theirsView(question, redrawn.theirs) : null,
  };
}

export function filesView({ requestId, csrf, editable }: Pick<Around, 'requestId' | 'csrf' | 'editable'>, { key, code }: { readonly key: string; readonly code: string }, files: readonly EvidenceReference[], problem: TextRef | null = null): FilesView {
  return { path: `/questionnaires/${requestId}/items/${encodeURIComponent(key)}/files`, csrf, code, editable, files: files.map(({ id, fileName: name, byteSize: bytes }) => ({ id, name, bytes })), problem };
}

/** What stands there, as the form would send it. */
export function typedFrom({ answer, comment, compensatingMeasure, version }: DraftContent & { readonly version: number }): Typed {
  return { answer: valueOf(answer), reason: answer?.kind === 'not_applicable' ? answer.reason : '', comment: comment ?? '', measure: compensatingMeasure ?? '', version };
}

function optionViews({ scale, requirement }: Question, chosen: string): QuestionView['options'] {
  const scaled = scale.kind === 'levels' ? (value: string) => ({ kind: 'level', value: Number(value) }) : (value: string) => ({ kind: 'choice', value });
  return optionsOf(scale).map(({ value, label }) => ({
    value, label, checked: value === chosen, meets: value !== 'not_applicable' && value !== 'unknown' && meets(scale, scaled(value) as never, requirement.requiredLevel),
  }));
}

function holderOf(key: string, { assignments, memberId }: Around): QuestionView['holder'] {
  const found = holders(assignments).get(key);
  return found ? { name: found.memberName, mine: found.memberId === memberId, dueOn: found.dueOn } : null;
}

export function theirsView({ scale }: Pick<Question, 'scale'>, current: DraftContent & { readonly answeredBy: string | null }): TheirsView {
  return { by: current.answeredBy ?? '', answer: bothOf(showAnswer(scale, current.answer)), comment: current.comment, measure: current.compensatingMeasure };
}

export function necessityOf({ necessity, condition }: Pick<Question['requirement'], 'necessity' | 'condition'>): TextRef {
  if (condition === null) return text(`catalog.necessity.${necessity}`);
  const when = text(`catalog.condition.${necessity === 'must_unless' ? 'unless' : 'if'}`, { fact: text(`catalog.fact_clause.${condition}`) });
  return text('portal.necessity_with_condition', { necessity: text(`catalog.necessity.${necessity}`), condition: when });
}
