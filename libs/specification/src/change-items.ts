import { Injectable } from '@nestjs/common';
import { CatalogQueries } from '@libs/catalog';
import type { EditionDocument, EditionId } from '@libs/catalog';
import { Clock } from '@platform/clock';
import { DomainError, invalid } from '@platform/errors';
import type { FieldError } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { DraftChanges } from './draft-changes.js';
import { partDigest } from './draft-digest.js';
import { changeCheck, changeRequirement, sameItem } from './draft-items.rules.js';
import type { DraftList, ItemName, ItemValues } from './draft-items.rules.js';
import type { ChecklistChoice, DraftInput, RequirementChoice, SpecificationDraft } from './draft.rules.js';
import { SpecificationActs } from './specification.policy.js';

export interface ItemChange extends ItemName {
  /** {@link partDigest} of the choice that the person started from. */
  readonly seen: string;
  readonly values: ItemValues;
}

/** Necessity, condition, level, criterion, method, evidence and reason of one item or of many. */
@Injectable()
export class ChangeItems {
  constructor(private readonly db: TenantDb, private readonly changes: DraftChanges, private readonly catalogs: CatalogQueries, private readonly clock: Clock) {}

  /**
   * All or none. Throws `specification.part_stale` with a field per item (`requirements.<code>`) that somebody changed or took away meanwhile,
   * `.draft_invalid`, `.choice_invalid`, `.not_change_now`.
   */
  async execute(actor: Actor, id: string, list: DraftList, items: readonly ItemChange[]): Promise<{ version: number }> {
    authorize(actor, SpecificationActs.change, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, id, list, items));
  }

  async within(tx: TenantTx, id: string, list: DraftList, items: readonly ItemChange[]): Promise<{ version: number }> {
    return this.changes.apply(tx, id, async (draft) => {
      refuseStale(draft[list], items, list);
      return this.changed(tx, draft, list, items);
    });
  }

  private async changed(tx: TenantTx, draft: SpecificationDraft, list: DraftList, items: readonly ItemChange[]): Promise<DraftInput> {
    const choices: (RequirementChoice | ChecklistChoice)[] = [...draft[list]];
    const documents = new Map<string, EditionDocument>();
    for (const { editionId } of items) if (!documents.has(editionId)) documents.set(editionId, (await this.catalogs.edition(tx, editionId as EditionId)).document);
    for (const item of items) {
      const index = choices.findIndex((choice) => sameItem(choice, item));
      choices[index] = changedChoice(list, choices[index]!, item, documents.get(item.editionId)!);
    }
    return { [list]: choices };
  }
}

function changedChoice(list: DraftList, choice: RequirementChoice, { values }: ItemChange, document: EditionDocument): RequirementChoice | ChecklistChoice {
  const record = document.requirements.find(({ code }) => code === choice.code);
  const check = document.checklist?.find(({ code }) => code === choice.code);
  if (list === 'requirements' && record) return changeRequirement(choice, values, record);
  if (list === 'checklist' && check) return changeCheck(choice, values, check);
  throw invalid('specification.choice_invalid', { count: 1 }, [{ field: `${list}.${choice.code}`, code: 'specification.item_unknown', params: { item: choice.code } }]);
}

/** A choice that differs from what the form was drawn from, or is not there any more. */
function refuseStale(choices: readonly ItemName[], items: readonly ItemChange[], list: DraftList): void {
  const stale = items.filter((item) => {
    const current = choices.find((choice) => sameItem(choice, item));
    return current === undefined || partDigest(current) !== item.seen;
  });
  const fields = stale.map(({ code }): FieldError => ({ field: `${list}.${code}`, code: 'specification.item_stale', params: { item: code } }));
  if (fields.length > 0) throw new DomainError('conflict', 'specification.part_stale', {}, fields);
}
