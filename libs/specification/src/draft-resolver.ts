import { Injectable } from '@nestjs/common';
import { CatalogQueries } from '@libs/catalog';
import type { EditionId, Necessity } from '@libs/catalog';
import type { FieldError } from '@platform/errors';
import { missingGlyphs } from '@platform/rendering';
import type { TenantTx } from '@platform/tenancy';
import { approvalProblems } from './approval.rules.js';
import type { SpecificationDraft } from './draft.rules.js';
import { editionIdsOf, resolveDraft } from './resolve.rules.js';
import type { ChosenEdition, ResolvedDraft } from './resolve.rules.js';

export interface DraftReading extends ResolvedDraft {
  /** What still keeps it from approval: the same list for the page and for the guard. */
  readonly problems: readonly FieldError[];
}

/** Fills a draft with what it inherits. Editions of catalogues never change, so the approver reads exactly what the edition will say. */
@Injectable()
export class DraftResolver {
  constructor(private readonly catalogs: CatalogQueries) {}

  /** Throws `specification.choice_invalid`; not_found for an edition this organisation cannot see. */
  async read(tx: TenantTx, draft: SpecificationDraft): Promise<DraftReading> {
    const editions: ChosenEdition[] = [];
    for (const id of editionIdsOf(draft)) editions.push(await this.catalogs.edition(tx, id as EditionId));
    const resolved = resolveDraft(draft, editions);
    const worded = new Map<string, Necessity>(editions.flatMap(({ document }) => document.requirements.map((item) => [`${document.key}:${item.code}`, item.necessity] as const)));
    return { ...resolved, problems: [...approvalProblems(draft, resolved, (item) => worded.get(item.key)), ...unprintable(draft)] };
  }
}

/** Found before approval, not by the printer afterwards: an edition that cannot be printed could never be sent as a file. */
function unprintable(draft: SpecificationDraft): FieldError[] {
  const { requirements, checklist, ...basics } = draft;
  const places: [string, string | null, object][] = [
    ['title', null, basics], ...[...requirements, ...checklist].map((choice): [string, string, object] => [`requirements.${choice.code}.text`, choice.code, choice])];
  return places.flatMap(([field, item, part]) => {
    const characters = missingGlyphs(JSON.stringify(part)).join(' ');
    if (characters === '') return [];
    return [{ field, code: item ? 'specification.item_unprintable' : 'specification.basics_unprintable', params: { characters, item: item ?? '' } }];
  });
}
