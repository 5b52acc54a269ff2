import type { Actor } from '@platform-pure/tenancy';
import { isMust } from '@pure/catalog';
import { withInheritedRationale } from '@pure/specification';
import { fact, number, word, words } from '../web/cells.view.js';
import type { FactView } from '../web/cells.view.js';
import type { Problem } from '../web/problems.js';
import type { TextRef } from '../web/text.rules.js';
import { draftPath, problemLinks } from './draft-head.view.js';
import type { OpenDraft, ProblemLink } from './draft-head.view.js';

export interface Approver { readonly name: string; readonly department: string | null; readonly wrote: boolean; /** Without an employee number nobody signs off. */ readonly keyless: boolean }

export interface SubmissionView {
  readonly facts: readonly FactView[];
  readonly missing: readonly ProblemLink[];
  readonly inherited: number;
  readonly inheritedHref: string;
  readonly noChecklist: boolean;
  readonly approvers: readonly (Approver & { readonly can: boolean })[];
  readonly anybody: boolean;
  /** One's own employee number is missing: the author is named by it. */
  readonly keyless: boolean;
  readonly version: number;
  readonly action: string;
  readonly problems: readonly { readonly text: TextRef; readonly href: string }[];
}

/** Check before it goes to the approver: counts, what is missing, and who may approve it. */
export function submissionView({ specification: { draft, id, version, authorPersonKey }, reading }: OpenDraft, approvers: readonly Approver[], actor: Actor, problems: readonly Problem[]): SubmissionView {
  const people = approvers.map((one) => ({ ...one, can: !one.wrote && !one.keyless }));
  const names = (value: { readonly ja: string; readonly en: string }): FactView['cell'] => words(value.ja === value.en ? value.ja : value);
  return {
    facts: [
      fact('portal_specifications.title', names(draft.title)), fact('portal_specifications.scope', words(draft.scope)), fact('specification.print.criticality', word(`specification.criticality.${draft.criticality}`)),
      fact('portal_specifications.requirements', number(reading.requirements.length)), fact('portal_specifications.musts', number(reading.requirements.filter(({ necessity }) => isMust(necessity)).length)),
      fact('specification.print.checklist', number(reading.checklist.length)),
    ],
    missing: problemLinks(id, reading.problems), inherited: withInheritedRationale(draft).length, inheritedHref: `${draftPath(id)}/details?only=inherited`, noChecklist: draft.checklist.length === 0,
    approvers: people, anybody: people.some(({ can }) => can), keyless: authorPersonKey === null || actor.personKey === null,
    version, action: `${draftPath(id)}/submission`, problems: problems.map(({ text }) => ({ text, href: '#submit' })),
  };
}
