import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { forbidden } from '@platform-pure/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { NotificationActs } from './notification.policy.js';
import { Notifications } from './notifications.js';

/** A member has read what there was. Only one's own; reading is no event of the story: no audit row. */
@Injectable()
export class MarkNotificationsRead {
  constructor(private readonly db: TenantDb, private readonly notifications: Notifications, private readonly clock: Clock) {}

  async execute(actor: Actor): Promise<void> {
    authorize(actor, NotificationActs.read, this.clock.now());
    const { memberId } = actor;
    if (!memberId) throw forbidden('common.forbidden');
    await this.db.run(actor, (tx) => this.notifications.markRead(tx, memberId));
  }
}
