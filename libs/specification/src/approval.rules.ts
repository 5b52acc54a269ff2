import { isMust } from '@pure/catalog';
import type { Bilingual, Necessity } from '@pure/catalog';
import type { FieldError } from '@platform-pure/errors';
import type { SpecificationDraft } from './draft.rules.js';
import type { ResolvedDraft } from './resolve.rules.js';
import type { SpecRequirement } from './specification.document.js';

/**
 * What still keeps a draft from approval (domain.md §3.3, spec → approved): every must item has criterion, method, evidence kind, rationale
 * and, where its necessity depends on a case, the condition. Inherited values count (§0b.15). The page shows the same list as the guard.
 * `catalogNecessity` says how the catalogue worded an item: one that is `must_unless` there names its exception in the text itself.
 */
export function approvalProblems(
  draft: Pick<SpecificationDraft, 'title' | 'scope'>, resolved: Pick<ResolvedDraft, 'requirements' | 'checklist'>,
  catalogNecessity: (item: SpecRequirement) => Necessity | undefined,
): FieldError[] {
  const problems: FieldError[] = [];
  if (draft.title.ja === '') problems.push({ field: 'title', code: 'common.required' });
  if (draft.scope === '') problems.push({ field: 'scope', code: 'common.required' });
  if (resolved.requirements.length === 0) problems.push({ field: 'requirements', code: 'specification.nothing_chosen' });
  for (const item of resolved.requirements.filter((chosen) => isMust(chosen.necessity))) problems.push(...itemProblems(item, catalogNecessity(item)));
  for (const item of resolved.checklist.filter((chosen) => chosen.necessity === 'must_if' && chosen.condition === null)) {
    problems.push({ field: `checklist.${item.code}.condition`, code: 'specification.condition_missing', params: { item: item.code, key: item.key } });
  }
  return problems;
}

function itemProblems(item: SpecRequirement, worded: Necessity | undefined): FieldError[] {
  const gaps: [boolean, string][] = [
    [isEmpty(item.criterion), 'criterion'],
    [isEmpty(item.rationale), 'rationale'],
    [item.evidenceKinds.length === 0 || item.evidenceKinds.some(isEmpty), 'evidence_kind'],
    [lacksCondition(item, worded), 'condition'],
  ];
  return gaps.filter(([missing]) => missing)
    .map(([, what]) => ({ field: `requirements.${item.code}.${what}`, code: `specification.${what}_missing`, params: { item: item.code, key: item.key } }));
}

function lacksCondition(item: SpecRequirement, worded: Necessity | undefined): boolean {
  if (item.condition !== null) return false;
  return item.necessity === 'must_if' || (item.necessity === 'must_unless' && worded !== 'must_unless');
}

const isEmpty = (text: Bilingual): boolean => text.ja.trim() === '';
