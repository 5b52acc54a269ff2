import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { DraftChanges } from './draft-changes.js';
import { arrangeItems, nameOf } from './draft-items.rules.js';
import type { DraftList, ItemName } from './draft-items.rules.js';
import { SpecificationActs } from './specification.policy.js';

export interface ItemRank extends ItemName { /** Any number; smaller ones come first. */ readonly rank: number }

/** The order in which a supplier is asked, and in which the specification is printed. */
@Injectable()
export class ArrangeItems {
  constructor(private readonly db: TenantDb, private readonly changes: DraftChanges, private readonly clock: Clock) {}

  /** Throws `specification.not_change_now`. */
  async execute(actor: Actor, id: string, list: DraftList, ranks: readonly ItemRank[]): Promise<{ version: number }> {
    authorize(actor, SpecificationActs.change, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, id, list, ranks));
  }

  async within(tx: TenantTx, id: string, list: DraftList, ranks: readonly ItemRank[]): Promise<{ version: number }> {
    const byName = new Map(ranks.map((item) => [nameOf(item), item.rank]));
    return this.changes.apply(tx, id, (draft) => ({ [list]: arrangeItems<ItemName>(draft[list], byName) }));
  }
}
