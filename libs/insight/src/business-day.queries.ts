import { Injectable } from '@nestjs/common';
import { Organizations } from '@libs/organization';
import { localDate } from '@platform-pure/forms';
import { Clock } from '@platform/clock';
import type { TenantTx } from '@platform/tenancy';

/** Which day it is for the asking organisation. */
@Injectable()
export class BusinessDay {
  constructor(private readonly organizations: Organizations, private readonly clock: Clock) {}

  /** 'YYYY-MM-DD' in the organisation's zone. */
  async today(tx: TenantTx): Promise<string> {
    const { timeZone } = await this.organizations.own(tx);
    return localDate(this.clock.now(), timeZone);
  }
}
