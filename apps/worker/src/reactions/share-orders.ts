import { Injectable } from '@nestjs/common';
import { ShareOrders } from '@libs/order';
import type { Actor } from '@platform/tenancy';
import { detailId } from '../reaction.js';
import type { Reacts, RecordedEvent } from '../reaction.js';

/** Orders placed before anybody joined for the factory become readable to the one who did. */
@Injectable()
export class ShareEarlierOrders implements Reacts {
  constructor(private readonly share: ShareOrders) {}

  async react(actor: Actor, event: RecordedEvent): Promise<void> {
    await this.share.execute(actor, detailId(event, 'supplierSiteId'));
  }
}
