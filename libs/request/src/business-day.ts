import { Injectable } from '@nestjs/common';
import { Organizations } from '@libs/organization';
import { localDate } from '@platform-pure/forms';
import { Clock } from '@platform/clock';
import type { TenantTx } from '@platform/tenancy';

/** Now, and which day that is for this organisation: due dates are days in the buyer's zone. */
@Injectable()
export class BusinessDay {
  constructor(private readonly organizations: Organizations, private readonly clock: Clock) {}

  now(): Date {
    return this.clock.now();
  }

  async today(tx: TenantTx): Promise<string> {
    return localDate(this.clock.now(), (await this.organizations.own(tx)).timeZone);
  }
}
