import type { EditionDocument } from '@pure/catalog';
import { changeCheck, changeRequirement } from './draft-items.rules.js';
import type { DraftInput } from './draft.rules.js';
import type { SpecificationDocument } from './specification.document.js';
import { defaultTargetLevel } from './target-level.rules.js';

/** A catalogue's edition that a specification was made from. */
export interface SourceEdition { readonly id: string; readonly document: EditionDocument }

/**
 * A new draft from an approved edition: the same choices, with own values only where the edition differs from its catalogues. `sources` are the
 * catalogue editions it names; an item whose source is not there any more is left out, and the page says how many.
 */
export function draftFromEdition(document: SpecificationDocument, sources: readonly SourceEdition[]): DraftInput & { readonly left: number } {
  const byKey = new Map(document.catalogs.flatMap(({ key, editionId }) => sources.filter(({ id }) => id === editionId).map((source) => [key, source] as const)));
  const requirements = document.requirements.flatMap((item) => {
    const source = byKey.get(item.catalogKey);
    const record = source?.document.requirements.find(({ code }) => code === item.code);
    if (!source || !record) return [];
    const usual = source.document.scale.kind === 'levels' ? defaultTargetLevel(item.necessity, document.criticality) : null;
    const { necessity, condition, criterion, method, evidenceKinds, rationale, requiredLevel } = item;
    const values = { necessity, condition, criterion, method, evidenceKinds, rationale, requiredLevel: requiredLevel === usual ? null : requiredLevel };
    return [changeRequirement({ editionId: source.id, code: item.code }, values, record)];
  });
  const checklist = document.checklist.flatMap((item) => {
    const source = byKey.get(item.key.slice(0, item.key.length - item.code.length - 1));
    const record = source?.document.checklist?.find(({ code }) => code === item.code);
    return source && record ? [changeCheck({ editionId: source.id, code: item.code }, { necessity: item.necessity, condition: item.condition }, record)] : [];
  });
  return {
    governingDocument: document.governingDocument, department: document.buyer.department, contact: document.buyer.contact, criticality: document.criticality,
    requirements, checklist, left: document.requirements.length + document.checklist.length - requirements.length - checklist.length,
  };
}
