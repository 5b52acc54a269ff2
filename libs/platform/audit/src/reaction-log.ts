import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import type { TenantTx } from '@platform/tenancy';

/** Which reactions of an event were queued: expanding an event twice queues nothing twice. */
@Injectable()
export class ReactionLog {
  constructor(private readonly clock: Clock) {}

  /** True for the one transaction that may queue this reaction. */
  async claim(tx: TenantTx, eventId: string, reaction: string): Promise<boolean> {
    const claimed = await tx.affect(
      'insert into app.reaction_done (event_id, reaction, organization_id, at) values ($1, $2, $3, $4) on conflict do nothing',
      [eventId, reaction, tx.organizationId, this.clock.now()]);
    return claimed === 1;
  }
}
