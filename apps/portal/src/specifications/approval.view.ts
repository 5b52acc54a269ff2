import type { Actor } from '@platform-pure/tenancy';
import type { Bilingual, FactName, Necessity } from '@pure/catalog';
import { editionChanges, isAmong, withInheritedRationale, writerOf } from '@pure/specification';
import type { ItemChanges, PartChange, SpecificationDocument } from '@pure/specification';
import { joined, necessityText, shownWords } from '../catalogs/catalog-words.view.js';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';
import { draftPath } from './draft-head.view.js';
import type { OpenDraft } from './draft-head.view.js';

interface Shown { readonly words: Bilingual | null; readonly text: TextRef | string | null }
export interface ChangeLine { readonly part: TextRef; readonly before: Shown; readonly after: Shown }
export interface ItemLine { readonly code: string; readonly title: Bilingual; readonly necessity: TextRef }
export interface ListChanges {
  readonly added: readonly ItemLine[];
  readonly removed: readonly ItemLine[];
  readonly changed: readonly (ItemLine & { readonly parts: readonly ChangeLine[] })[];
  readonly unchanged: number;
  readonly reordered: boolean;
  readonly any: boolean;
}
export interface ApprovalView {
  readonly first: boolean;
  readonly previous: { readonly edition: number; readonly href: string } | null;
  readonly basics: readonly ChangeLine[];
  readonly catalogs: readonly { readonly key: string; readonly before: string; readonly after: string }[];
  readonly requirements: ListChanges;
  readonly checklist: ListChanges;
  readonly inherited: number;
  readonly total: number;
  readonly by: string;
  readonly version: number;
  readonly action: string;
  readonly back: string;
  readonly preview: string;
  /** Key of the reason why this person cannot approve, said before any click. */
  readonly cannot: string | null;
  readonly form: FormView;
}

/** What an approver decides about: the changes against the edition before, and whether this person may. */
export function approvalView(open: OpenDraft, before: SpecificationDocument | null, actor: Actor, typed: object = {}, problems: readonly Problem[] = []): ApprovalView {
  const { specification: { draft, id, version, submittedBy, writerMarks, editions, approvedEdition } } = open;
  const changes = editionChanges(before, draft, open.reading);
  const writer = writerOf(actor);
  return {
    first: before === null, previous: before && { edition: approvedEdition, href: `/specifications/${editions[0]!.id}` },
    basics: changes.basics.map(basicLine), catalogs: changes.catalogs, requirements: listChanges(changes.requirements), checklist: listChanges(changes.checklist),
    inherited: withInheritedRationale(draft).length, total: draft.requirements.length, by: submittedBy ?? '', version,
    action: `${draftPath(id)}/approval`, back: `${draftPath(id)}/return`, preview: `${draftPath(id)}/preview`,
    cannot: isAmong(writer, writerMarks) ? 'portal_specifications.cannot_wrote' : writer.personKey === null ? 'portal_specifications.cannot_key' : null,
    form: formView(['reason', 'approve'], typed, problems),
  };
}

type Changed = { readonly key: string; readonly code: string; readonly title: Bilingual; readonly necessity: Necessity; readonly condition: FactName | null; readonly officialText?: string | null };

function listChanges<T extends Changed, P extends string>({ added, removed, changed, unchanged, reordered }: ItemChanges<T, P>): ListChanges {
  return {
    added: added.map(itemLine), removed: removed.map(itemLine), changed: changed.map(({ item, parts }) => ({ ...itemLine(item), parts: parts.map(partLine) })),
    unchanged, reordered, any: added.length + removed.length + changed.length > 0 || reordered,
  };
}

const itemLine = ({ code, title, officialText, necessity, condition }: Changed): ItemLine =>
  ({ code, title: officialText === undefined ? title : shownWords({ title, officialText }), necessity: necessityText(necessity, condition) });

const PART_LABELS: Readonly<Record<string, string>> = {
  title: 'specification.print.requirement', necessity: 'catalog.necessity', condition: 'catalog.condition', requiredLevel: 'specification.print.level', criterion: 'catalog.criterion',
  method: 'catalog.method', evidenceKinds: 'portal.evidence_kinds', rationale: 'catalog.rationale', gate: 'catalog.gate', owner: 'catalog.owner', methods: 'catalog.method', evidence: 'portal.evidence_kinds',
};
const BASIC_LABELS: Readonly<Record<string, string>> = {
  title: 'specification.print.title', scope: 'portal_specifications.scope', criticality: 'specification.print.criticality', governingDocument: 'specification.print.governing_document',
  department: 'common.field.department', contact: 'specification.print.contact',
};

const partLine = ({ part, before, after }: PartChange<string>): ChangeLine => ({ part: text(PART_LABELS[part]!), before: shown(part, before), after: shown(part, after) });
const basicLine = ({ part, before, after }: PartChange<string>): ChangeLine => ({ part: text(BASIC_LABELS[part]!), before: shown(part, before), after: shown(part, after) });

/** Where the words of a part stand. */
const WORDS: Readonly<Record<string, readonly [area: string, name: string]>> = {
  necessity: ['catalog', 'necessity'], condition: ['catalog', 'fact'], method: ['catalog', 'method'], gate: ['catalog', 'gate'], owner: ['catalog', 'owner'],
  criticality: ['specification', 'criticality'], governingDocument: ['specification', 'governing'],
};

/** One value of a document, as it is read. */
function shown(part: string, value: unknown): Shown {
  if (value === null || value === undefined || value === '') return { words: null, text: text(part === 'condition' ? 'catalog.condition.always' : 'common.none') };
  if (Array.isArray(value)) return { words: part === 'methods' ? null : joined(value as Bilingual[]), text: part === 'methods' ? value.join(' ') : null };
  if (part in WORDS) return { words: null, text: text(`${WORDS[part]!.join('.')}.${String(value)}`) };
  if (typeof value === 'object' && 'ja' in value) return { words: value as Bilingual, text: null };
  if (typeof value === 'object' && 'email' in value) return { words: null, text: Object.values(value).join('　') };
  return { words: null, text: String(value) };
}
