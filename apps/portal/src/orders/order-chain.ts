import { Injectable } from '@nestjs/common';
import { BusinessDay, Threads } from '@libs/insight';
import type { OrderLedgerLine } from '@libs/insight';
import type { TenantTx } from '@platform/tenancy';
import type { ThreadView } from '@pure/insight';

/** The line on top, where an agreement says which chain the order belongs to; an order itself is no step of it. */
@Injectable()
export class OrderChain {
  constructor(private readonly threads: Threads, private readonly day: BusinessDay) {}

  today(tx: TenantTx): Promise<string> {
    return this.day.today(tx);
  }

  async thread(tx: TenantTx, { agreementRequestId }: OrderLedgerLine, inspections: readonly string[], today: string): Promise<{ thread?: ThreadView }> {
    if (!agreementRequestId) return {};
    const anchor = { requestId: agreementRequestId, ...(inspections.length === 1 && { inspectionId: inspections[0] }) };
    const { steps } = await this.threads.of(tx, anchor, 'inspection', today);
    return { thread: { steps: steps.map((step) => ({ ...step, current: false })) } };
  }
}
