import type { Actor } from '@platform-pure/tenancy';
import { may } from '@platform-pure/tenancy';
import type { DraftTask, DraftTaskName } from '@pure/specification';
import { SpecificationActs, isAmong, withInheritedRationale, writerOf } from '@pure/specification';
import { fact, instant, number, phrase, word, words } from '../web/cells.view.js';
import type { FactView } from '../web/cells.view.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';
import { draftHead, draftPath, problemLinks } from './draft-head.view.js';
import type { OpenDraft, ProblemLink } from './draft-head.view.js';

export interface OverviewTask { readonly name: DraftTaskName; readonly says: TextRef; readonly problems: readonly ProblemLink[]; readonly more: TextRef | null }

export interface OverviewView {
  readonly facts: readonly FactView[];
  readonly tasks: readonly OverviewTask[];
  readonly sentBack: { readonly reason: string; readonly at: Date } | null;
  readonly waiting: { readonly by: string; readonly approve: string | null; readonly wrote: boolean } | null;
  readonly approved: string | null;
  /** The step to go on with: the first that lacks something, at the end handing it in. */
  readonly next: { readonly href: string; readonly text: TextRef } | null;
  /** Whether this person may work on it. */
  readonly mayChange: boolean;
}

const MOST = 8;

/** Where a draft stands: six steps, each complete or with what it still lacks. */
export function overviewView(open: OpenDraft, actor: Actor): OverviewView {
  const { specification: { draft, state, sentBackAt, sentBackReason, submittedBy, submittedAt, writerMarks, authorName, editions, id } } = open;
  const wrote = isAmong(writerOf(actor), writerMarks);
  return {
    facts: [
      fact('specification.print.criticality', word(`specification.criticality.${draft.criticality}`)),
      fact('portal_specifications.requirements', number(draft.requirements.length)), fact('specification.print.checklist', number(draft.checklist.length)),
      fact('common.field.author', words(authorName)), ...(submittedAt ? [fact('portal_specifications.submitted', instant(submittedAt))] : []),
      fact('portal_specifications.scope', draft.scope === '' ? phrase('common.not_set') : words(draft.scope)),
    ],
    tasks: open.tasks.map((task) => overviewTask(open, task)),
    sentBack: state === 'draft' && sentBackAt && sentBackReason ? { reason: sentBackReason, at: sentBackAt } : null,
    waiting: state === 'in_review' ? { by: submittedBy ?? '', wrote, approve: may(actor, SpecificationActs.approve) && !wrote ? `${draftPath(id)}/approval` : null } : null,
    approved: state === 'approved' ? `/specifications/${editions[0]!.id}` : null,
    mayChange: may(actor, SpecificationActs.change), next: state === 'draft' && may(actor, SpecificationActs.change) ? nextStep(open) : null,
  };
}

function nextStep(open: OpenDraft): OverviewView['next'] {
  const task = open.tasks.find((one) => one.state === 'missing') ?? open.tasks.at(-1)!;
  const href = draftHead(open, task.name).steps.find(({ name }) => name === task.name)?.href;
  return href ? { href, text: text('portal_specifications.go_on_with', { task: text(`portal_specifications.task.${task.name}`) }) } : null;
}

function overviewTask({ specification: { draft, id } }: OpenDraft, { name, problems }: DraftTask): OverviewTask {
  const says: Readonly<Record<DraftTaskName, TextRef>> = {
    basics: text('portal_specifications.says_basics'), requirements: text('portal_specifications.says_requirements', { count: draft.requirements.length }),
    details: text('portal_specifications.says_details', { own: draft.requirements.length - withInheritedRationale(draft).length, inherited: withInheritedRationale(draft).length }),
    checklist: text(`portal_specifications.says_checklist${draft.checklist.length === 0 ? '_none' : ''}`, { count: draft.checklist.length }),
    preview: text('portal_specifications.says_preview'), submit: text('portal_specifications.says_submit'),
  };
  const links = problemLinks(id, problems);
  return { name, says: says[name], problems: links.slice(0, MOST), more: links.length > MOST ? text('portal.table.more', { count: links.length - MOST }) : null };
}
