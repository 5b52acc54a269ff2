import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { forbidden } from '@platform-pure/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { readChoices } from './delivery.rules.js';
import { NotificationChoices } from './notification-choices.js';
import { NotificationActs } from './notification.policy.js';

/** A member says, kind by kind, how mails should come. Only one's own. */
@Injectable()
export class ChooseNotificationMails {
  constructor(private readonly db: TenantDb, private readonly choices: NotificationChoices, private readonly audit: AuditTrail, private readonly clock: Clock) {}

  /** @throws Invalid `notification.choice_unknown` */
  async execute(actor: Actor, given: Readonly<Record<string, unknown>>): Promise<void> {
    authorize(actor, NotificationActs.choose, this.clock.now());
    const { memberId } = actor;
    if (!memberId) throw forbidden('common.forbidden');
    const choices = readChoices(given);
    await this.db.run(actor, async (tx) => {
      await this.choices.save(tx, memberId, choices);
      await this.audit.record(tx, NotificationActs.choose, { kind: 'member', id: memberId }, { choices });
    });
  }
}
