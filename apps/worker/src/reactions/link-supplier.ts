import { Injectable } from '@nestjs/common';
import { LinkSupplier } from '@libs/request';
import { systemActor } from '@platform/tenancy';
import type { Actor, OrganizationId } from '@platform/tenancy';
import { detailId } from '../reaction.js';
import type { Reacts, RecordedEvent } from '../reaction.js';

/** An accepted invitation opens the buyer's requests; the event is the supplier's, the rows are the buyer's. */
@Injectable()
export class LinkAcceptedSupplier implements Reacts {
  constructor(private readonly link: LinkSupplier) {}

  async react(_actor: Actor, event: RecordedEvent): Promise<void> {
    await this.link.execute(systemActor(detailId<OrganizationId>(event, 'buyerOrganizationId')), event.objectId);
  }
}
