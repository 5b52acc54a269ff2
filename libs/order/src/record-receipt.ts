import { Injectable } from '@nestjs/common';
import { invalid } from '@platform/errors';
import type { TenantTx } from '@platform/tenancy';
import type { OrderLine } from './order-lines.queries.js';
import { OrderLinesRepository } from './order-lines.repository.js';
import { openQuantity, sumQuantities } from './quantity.rules.js';

/** How much of a line is in the house. Deliveries are a later stage; they write it here because ordering must know it. */
@Injectable()
export class RecordReceipt {
  constructor(private readonly lines: OrderLinesRepository) {}

  /**
   * Adds a received quantity, or takes a returned one off again (negative). The caller holds the lock on `order_line` and records the act.
   * Throws `order.over_delivery` when more would be received than was ordered.
   */
  async within(tx: TenantTx, line: OrderLine, quantity: number): Promise<void> {
    const open = openQuantity(line.quantity, [line.receivedQuantity]);
    if (quantity > open) throw invalid('order.over_delivery', { quantity, open, unit: line.unit }, [{ field: 'quantity', code: 'order.over_delivery', params: { quantity, open, unit: line.unit } }]);
    await this.lines.setReceived(tx, line.id, sumQuantities([line.receivedQuantity, quantity]));
  }
}
