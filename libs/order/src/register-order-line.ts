import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict } from '@platform/errors';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { OrderOrigin } from './order-origin.js';
import { OrderActs } from './order.policy.js';
import { readTerms } from './order.rules.js';
import type { OrderLineId, OrderTermsInput } from './order.rules.js';
import { OrderLinesRepository } from './order-lines.repository.js';

export interface RegisterOrderLineInput extends OrderTermsInput {
  readonly supplierSiteId: string;
  /** What the line is to be placed under; checked again, in full, when it is. */
  readonly plannedAgreementId?: string | null;
}

/** A row of the procurement ledger (調達台帳). It becomes an order, and visible to the supplier, when it is placed. */
@Injectable()
export class RegisterOrderLine {
  constructor(
    private readonly db: TenantDb, private readonly lines: OrderLinesRepository, private readonly origin: OrderOrigin,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Throws `order.terms_invalid`, `order.already_registered` and what `OrderOrigin` throws. */
  async execute(actor: Actor, input: RegisterOrderLineInput): Promise<OrderLineId> {
    authorize(actor, OrderActs.register, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, input: RegisterOrderLineInput): Promise<OrderLineId> {
    const terms = readTerms(input);
    const from = await this.origin.read(tx, terms, input);
    const id = newId<'OrderLine'>();
    if (!await this.lines.insert(tx, id, from, terms, this.clock.now())) {
      throw conflict('order.already_registered', { po: terms.poNumber, line: terms.lineNo });
    }
    await this.audit.record(tx, OrderActs.register, { kind: 'order_line', id },
      { poNumber: terms.poNumber, lineNo: terms.lineNo, secureRequirement: terms.secureRequirement, noRequirementReason: terms.noRequirementReason });
    return id;
  }
}
