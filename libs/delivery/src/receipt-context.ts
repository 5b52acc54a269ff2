import { Injectable } from '@nestjs/common';
import { Organizations } from '@libs/organization';
import type { OrderLine } from '@libs/order';
import { localDate } from '@platform-pure/forms';
import { AuditTrail } from '@platform/audit';
import type { JsonObject } from '@platform/audit';
import { Clock } from '@platform/clock';
import { invalid } from '@platform/errors';
import type { Act, TenantTx } from '@platform/tenancy';
import { Deliveries } from './deliveries.queries.js';

/** What receiving and returning need from around them: the buyer's day, the announcement, the event. */
@Injectable()
export class ReceiptContext {
  constructor(
    private readonly organizations: Organizations, private readonly deliveries: Deliveries, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Today where the organisation is. */
  async today(tx: TenantTx): Promise<string> {
    const { timeZone } = await this.organizations.own(tx);
    return localDate(this.clock.now(), timeZone);
  }

  /** The announcement that was named, or the open one with the same delivery note number; null for goods that nobody announced. */
  async announcementOf(tx: TenantTx, line: OrderLine, named: string | null, noteNumber: string): Promise<string | null> {
    const expected = await this.deliveries.expected(tx, line.id);
    if (named === null) return expected.find((announcement) => announcement.noteNumber === noteNumber)?.id ?? null;
    if (!expected.some((announcement) => announcement.id === named)) throw invalid('delivery.not_announced');
    return named;
  }

  async record(tx: TenantTx, act: Act, deliveryId: string, detail: JsonObject): Promise<void> {
    await this.audit.record(tx, act, { kind: 'delivery', id: deliveryId }, detail);
  }
}
