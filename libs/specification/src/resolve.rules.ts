import type { AnswerScale, ChecklistItemRecord, EditionDocument, RequirementRecord } from '@pure/catalog';
import { invalid } from '@platform-pure/errors';
import type { FieldError } from '@platform-pure/errors';
import type { ChecklistChoice, RequirementChoice, SpecificationDraft } from './draft.rules.js';
import type { SpecCatalog, SpecChecklistItem, SpecRequirement } from './specification.document.js';
import { defaultTargetLevel } from './target-level.rules.js';
import type { Criticality } from './target-level.rules.js';

/** A published edition of a catalogue, as far as a specification needs it. */
export interface ChosenEdition { readonly id: string; readonly sha256: string; readonly document: EditionDocument }

/** The draft with everything inherited filled in: what the approver reads and what the edition will say. */
export interface ResolvedDraft {
  readonly catalogs: readonly SpecCatalog[];
  readonly scales: Readonly<Record<string, AnswerScale>>;
  readonly requirements: readonly SpecRequirement[];
  readonly checklist: readonly SpecChecklistItem[];
}

export function editionIdsOf(draft: Pick<SpecificationDraft, 'requirements' | 'checklist'>): string[] {
  return [...new Set([...draft.requirements, ...draft.checklist].map((choice) => choice.editionId))];
}

/**
 * Throws `specification.choice_invalid`, a field per choice that cannot be made: unknown item, text not seen, the buyer's own process
 * (never sent: domain.md §0b.12), chosen twice, two editions of one catalogue, a level without a scale of levels.
 */
export function resolveDraft(draft: SpecificationDraft, editions: readonly ChosenEdition[]): ResolvedDraft {
  const problems = [...choiceProblems(draft, editions), ...keyProblems(draft, editions)];
  if (problems.length > 0) throw invalid('specification.choice_invalid', { count: problems.length }, problems);
  const byId = new Map(editions.map((edition) => [edition.id, edition]));
  const used = editionIdsOf(draft).map((id) => byId.get(id)!);
  return {
    catalogs: used.map(({ id, sha256, document: { key, edition, status, title } }) => ({ editionId: id, key, edition, status, sha256, title })),
    scales: Object.fromEntries(used.map(({ document }) => [document.key, document.scale])),
    requirements: draft.requirements.map((choice) => resolveRequirement(choice, byId.get(choice.editionId)!.document, draft.criticality)),
    checklist: draft.checklist.map((choice) => resolveChecklist(choice, byId.get(choice.editionId)!.document)),
  };
}

function resolveRequirement(choice: RequirementChoice, document: EditionDocument, criticality: Criticality): SpecRequirement {
  const record = requirementOf(document, choice.code)!;
  const necessity = choice.necessity ?? record.necessity;
  const inherited = document.scale.kind === 'levels' ? defaultTargetLevel(necessity, criticality) : null;
  return {
    key: `${document.key}:${record.code}`, catalogKey: document.key, code: record.code, group: record.group, title: record.title,
    textKind: record.officialText === null ? 'summary' : 'official', officialText: record.officialText,
    subject: record.subject, track: record.track, necessity,
    condition: choice.condition === undefined ? record.condition : choice.condition,
    requiredLevel: choice.requiredLevel ?? inherited,
    criterion: choice.criterion ?? record.defaults.criterion, method: choice.method ?? record.defaults.method,
    evidenceKinds: choice.evidenceKinds ?? record.defaults.evidenceKinds, rationale: choice.rationale ?? record.defaults.rationale,
  };
}

function resolveChecklist(choice: ChecklistChoice, document: EditionDocument): SpecChecklistItem {
  const record = checklistOf(document, choice.code)!;
  return {
    ...record, key: `${document.key}:${record.code}`, necessity: choice.necessity ?? record.necessity,
    condition: choice.condition === undefined ? record.condition : choice.condition,
  };
}

function choiceProblems(draft: SpecificationDraft, editions: readonly ChosenEdition[]): FieldError[] {
  const documentOf = (choice: { editionId: string }): EditionDocument | undefined => editions.find((edition) => edition.id === choice.editionId)?.document;
  const codes = draft.requirements.map((choice) => ({ choice, code: requirementProblem(choice, documentOf(choice)), field: `requirements.${choice.code}` }));
  const items = draft.checklist.map((choice) => {
    const document = documentOf(choice);
    return { choice, code: document && checklistOf(document, choice.code) ? null : 'specification.item_unknown', field: `checklist.${choice.code}` };
  });
  return [...codes, ...items].flatMap(({ choice, code, field }) => (code ? [{ field, code, params: { item: choice.code } }] : []));
}

function requirementProblem(choice: RequirementChoice, document: EditionDocument | undefined): string | null {
  const record = document && requirementOf(document, choice.code);
  if (!record) return 'specification.item_unknown';
  if (record.known === 'text_not_seen') return 'specification.text_not_seen';
  if (record.subject === 'buyer_process') return 'specification.buyer_process_not_sent';
  if (choice.requiredLevel === undefined || choice.requiredLevel === null) return null;
  if (document.scale.kind !== 'levels') return 'specification.level_without_scale';
  return document.scale.levels.some((level) => level.value === choice.requiredLevel) ? null : 'specification.level_unknown';
}

function keyProblems(draft: SpecificationDraft, editions: readonly ChosenEdition[]): FieldError[] {
  const used = editions.filter((edition) => editionIdsOf(draft).includes(edition.id));
  const twice = (choices: readonly ChecklistChoice[], list: string): FieldError[] => choices
    .filter((choice, index) => choices.findIndex((other) => other.editionId === choice.editionId && other.code === choice.code) < index)
    .map((choice) => ({ field: `${list}.${choice.code}`, code: 'specification.chosen_twice', params: { item: choice.code } }));
  // Keys are `catalogue:code` without the edition: a second edition of the same catalogue would make two items one.
  const rivals = used.filter((edition, index) => used.findIndex((other) => other.document.key === edition.document.key) < index)
    .map((edition) => ({ field: 'requirements', code: 'specification.two_editions', params: { catalog: edition.document.title.ja } }));
  return [...twice(draft.requirements, 'requirements'), ...twice(draft.checklist, 'checklist'), ...rivals];
}

const requirementOf = (document: EditionDocument, code: string): RequirementRecord | undefined => document.requirements.find((record) => record.code === code);
const checklistOf = (document: EditionDocument, code: string): ChecklistItemRecord | undefined => document.checklist?.find((record) => record.code === code);
