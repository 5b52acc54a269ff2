import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict, notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { changesBetween } from '@platform-pure/workbook';
import { OrderOrigin } from './order-origin.js';
import { OrderActs } from './order.policy.js';
import { readTerms } from './order.rules.js';
import type { OrderTerms } from './order.rules.js';
import { OrderLines } from './order-lines.queries.js';
import type { OrderLine } from './order-lines.queries.js';
import { OrderLinesRepository } from './order-lines.repository.js';
import type { OrderedFrom } from './order-lines.repository.js';
import type { RegisterOrderLineInput } from './register-order-line.js';

export interface ChangeOrderDraftInput extends RegisterOrderLineInput { readonly orderLineId: string; /** The one the person saw. */ readonly version: number }

/** Corrects a line that is not ordered yet. What was ordered stands: it is cancelled, with the reason that 取適法 asks for, and entered anew. */
@Injectable()
export class ChangeOrderDraft {
  constructor(
    private readonly db: TenantDb, private readonly lines: OrderLines, private readonly repository: OrderLinesRepository,
    private readonly origin: OrderOrigin, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Throws `order.terms_invalid`, `order.not_a_draft`, `order.stale`, `order.already_registered` and what `OrderOrigin` throws. */
  async execute(actor: Actor, input: ChangeOrderDraftInput): Promise<void> {
    authorize(actor, OrderActs.change, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, input: ChangeOrderDraftInput): Promise<void> {
    await tx.lock('order_line', input.orderLineId);
    const line = await this.lines.byId(tx, input.orderLineId);
    if (line.buyerOrganizationId !== tx.organizationId) throw notFound('order_line');
    if (line.state !== 'draft') throw conflict('order.not_a_draft', { po: line.poNumber });
    const terms = readTerms({ ...input, facts: input.facts === undefined ? line.facts : input.facts });
    const from = await this.origin.read(tx, terms, input);
    if (await this.repository.isTaken(tx, terms, line.id)) throw conflict('order.already_registered', { po: terms.poNumber, line: terms.lineNo });
    if (!await this.repository.change(tx, line.id, from, terms, input.version)) throw conflict('order.stale', { po: line.poNumber });
    await this.audit.record(tx, OrderActs.change, { kind: 'order_line', id: line.id }, { poNumber: terms.poNumber, lineNo: terms.lineNo, changed: changedFields(line, terms, from) });
  }
}

/** Names only; the values stand in the row. */
function changedFields(line: OrderLine, terms: OrderTerms, from: OrderedFrom): string[] {
  const fields = (Object.keys(terms) as (keyof OrderTerms)[]).filter((field) => field !== 'facts');
  return [
    ...changesBetween<OrderTerms>(line, terms, fields).map(({ field }) => field),
    ...(from.id === line.supplierSiteId ? [] : ['supplierSiteId']), ...(from.plannedAgreementId === line.plannedAgreementId ? [] : ['plannedAgreementId']),
  ];
}
