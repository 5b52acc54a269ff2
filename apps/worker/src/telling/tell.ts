import { Injectable } from '@nestjs/common';
import { Notifications } from '@platform/notification';
import { TenantDb, systemActor } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { Reacts, RecordedEvent } from '../reaction.js';
import { Hearers } from './hearers.js';

/** Tells members what happened, inside the product. Repeatable: a notification exists once per member, kind and event. */
@Injectable()
export class Tell implements Reacts {
  constructor(private readonly db: TenantDb, private readonly hearers: Hearers, private readonly notifications: Notifications) {}

  async react(actor: Actor, event: RecordedEvent): Promise<void> {
    for (const { organizationId, kind, object, hearers } of await this.hearers.of(actor, event)) {
      await this.db.run(systemActor(organizationId), async (tx) => {
        for (const { memberId, params } of hearers) await this.notifications.add(tx, { memberId, kind, object, params, eventId: event.id });
      });
    }
  }
}
