import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { conflict } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { DraftChanges } from './draft-changes.js';
import { partDigest } from './draft-digest.js';
import { basicsOf } from './draft-items.rules.js';
import type { DraftBasics } from './draft-items.rules.js';
import { SpecificationActs } from './specification.policy.js';

/** Title, purpose and the other lines of the front page. */
@Injectable()
export class ChangeBasics {
  constructor(private readonly db: TenantDb, private readonly changes: DraftChanges, private readonly clock: Clock) {}

  /** `seen`: {@link partDigest} of the basics that the person started from. Throws `specification.part_stale`, `.not_change_now`, `.draft_invalid`. */
  async execute(actor: Actor, id: string, seen: string, basics: DraftBasics): Promise<{ version: number }> {
    authorize(actor, SpecificationActs.change, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, id, seen, basics));
  }

  async within(tx: TenantTx, id: string, seen: string, basics: DraftBasics): Promise<{ version: number }> {
    return this.changes.apply(tx, id, (draft) => {
      if (partDigest(basicsOf(draft)) !== seen) throw conflict('specification.part_stale');
      return basicsOf({ ...draft, ...basics });
    });
  }
}
