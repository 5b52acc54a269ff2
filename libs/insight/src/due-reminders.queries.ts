import { Injectable } from '@nestjs/common';
import { Organizations } from '@libs/organization';
import { Chasing } from '@libs/request';
import { REMINDING_HOUR, dueReminder } from '@pure/request';
import type { AutomaticReminder, Remindable } from '@pure/request';
import { localDate } from '@platform-pure/forms';
import type { TenantTx } from '@platform/tenancy';
import { BUYER_JOINS, REQUEST_STATE, WAITS_FOR_SUPPLIER } from './request-state.queries.js';

export interface DueReminder { readonly requestId: string; readonly kind: AutomaticReminder }

/** Which requests of one organisation are to be reminded of today: only those whose next step is the supplier's. */
@Injectable()
export class DueReminders {
  constructor(private readonly organizations: Organizations, private readonly chasing: Chasing) {}

  /** Nothing before the morning where the organisation is, nor when it switched reminders off. */
  async at(tx: TenantTx, now: Date): Promise<DueReminder[]> {
    const { timeZone } = await this.organizations.own(tx);
    const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(now));
    if (hour < REMINDING_HOUR || !await this.chasing.automatic(tx)) return [];
    const today = localDate(now, timeZone);
    const open = await this.open(tx, today);
    return open.flatMap(({ requestId, since, ...request }) => {
      const kind = dueReminder({ ...request, standsSince: localDate(since, timeZone) }, today);
      return kind ? [{ requestId, kind }] : [];
    });
  }

  /** Nobody who was reminded today, by hand or by the clock, is reminded again. */
  private open(tx: TenantTx, today: string): Promise<(Omit<Remindable, 'standsSince'> & { requestId: string; since: Date })[]> {
    return tx.query(
      `select r.id as "requestId", r.due_on as "dueOn", coalesce(r.extended_at, r.sent_at) as since,
         array(select m.kind from app.request_reminder m where m.request_id = r.id and m.due_on = r.due_on) as already
       from app.security_request r ${BUYER_JOINS}
       where r.buyer_organization_id = $1 and r.due_on between $2::date - 30 and $2::date + 7 and (${REQUEST_STATE}) in ${WAITS_FOR_SUPPLIER}
         and not exists (select from app.request_reminder m where m.request_id = r.id and m.reminded_on = $2)
       order by r.due_on, r.id`, [tx.organizationId, today]);
  }
}
