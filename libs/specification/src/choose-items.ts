import { Injectable } from '@nestjs/common';
import { CatalogQueries } from '@libs/catalog';
import type { EditionId } from '@libs/catalog';
import { Clock } from '@platform/clock';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { DraftChanges } from './draft-changes.js';
import { chooseItems } from './draft-items.rules.js';
import type { DraftList } from './draft-items.rules.js';
import { SpecificationActs } from './specification.policy.js';

export interface ChooseItemsInput {
  readonly list: DraftList;
  readonly editionId: string;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** Takes items of one catalogue into a draft or out of it. Only what is named changes, so that nobody undoes what a colleague chose meanwhile. */
@Injectable()
export class ChooseItems {
  constructor(private readonly db: TenantDb, private readonly changes: DraftChanges, private readonly catalogs: CatalogQueries, private readonly clock: Clock) {}

  /** Throws `specification.choice_invalid`, `.not_change_now`; not_found for an edition this organisation cannot see. */
  async execute(actor: Actor, id: string, input: ChooseItemsInput): Promise<{ version: number }> {
    authorize(actor, SpecificationActs.change, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, id, input));
  }

  async within(tx: TenantTx, id: string, { list, editionId, add, remove }: ChooseItemsInput): Promise<{ version: number }> {
    const { document } = await this.catalogs.edition(tx, editionId as EditionId);
    const order = (list === 'requirements' ? document.requirements : document.checklist ?? []).map(({ code }) => code);
    return this.changes.apply(tx, id, (draft) => ({ [list]: chooseItems(draft[list], { editionId, add, remove, order }) }));
  }
}
