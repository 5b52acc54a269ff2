import { Injectable } from '@nestjs/common';
import { conflict } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { RequestActs } from './request.policy.js';
import type { ReminderKind } from './reminding.rules.js';
import { SentRequest } from './sent-request.js';

/** 督促. By hand, or by the clock (as the buyer's system); the mail follows from the record. */
@Injectable()
export class RemindRespondent {
  constructor(private readonly db: TenantDb, private readonly sent: SentRequest) {}

  /** Throws not_found, `request.withdrawn`; `request.reminded_today` when somebody was reminded today already, by hand or by the clock. */
  async execute(actor: Actor, requestId: string, kind: ReminderKind = 'by_hand'): Promise<void> {
    authorize(actor, RequestActs.remind, this.sent.day.now());
    return this.db.run(actor, (tx) => this.within(tx, requestId, kind));
  }

  async within(tx: TenantTx, requestId: string, kind: ReminderKind): Promise<void> {
    const request = await this.sent.open(tx, requestId);
    const [at, today] = [this.sent.day.now(), await this.sent.day.today(tx)];
    if (!await this.sent.rows.addReminder(tx, request, { kind, today, at })) throw conflict('request.reminded_today', { number: request.number });
    await this.sent.audit.record(tx, RequestActs.remind, { kind: 'request', id: request.id },
      { number: request.number, reminder: kind, dueOn: request.dueOn, supplierOrganizationId: request.supplierOrganizationId });
  }
}
