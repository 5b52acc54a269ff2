import { Injectable } from '@nestjs/common';
import { DueReminders } from '@libs/insight';
import { RemindRespondent } from '@libs/request';
import { Clock } from '@platform/clock';
import { DomainError } from '@platform/errors';
import { Memberships } from '@platform/identity';
import { TenantDb, systemActor } from '@platform/tenancy';

/** The clock's part: reminders that are due today, organisation by organisation. Each is recorded once, however often the clock strikes. */
@Injectable()
export class RemindDue {
  constructor(
    private readonly db: TenantDb, private readonly memberships: Memberships, private readonly due: DueReminders,
    private readonly remind: RemindRespondent, private readonly clock: Clock,
  ) {}

  /** Returns how many were recorded now. */
  async run(): Promise<number> {
    let count = 0;
    for (const organizationId of await this.memberships.organizations()) {
      const actor = systemActor(organizationId);
      for (const { requestId, kind } of await this.db.run(actor, (tx) => this.due.at(tx, this.clock.now()))) {
        count += await this.once(() => this.remind.execute(actor, requestId, kind));
      }
    }
    return count;
  }

  /** Another worker was quicker, or the request was withdrawn meanwhile: nothing is left to do. */
  private async once(work: () => Promise<void>): Promise<number> {
    try {
      await work();
      return 1;
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'conflict') return 0;
      throw error;
    }
  }
}
