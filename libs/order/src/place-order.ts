import { Injectable } from '@nestjs/common';
import { SupplierSites } from '@libs/supplier';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { AgreementPin } from './agreement-pin.js';
import { OrderActs } from './order.policy.js';
import { assertPlaceable } from './order.rules.js';
import { OrderLines } from './order-lines.queries.js';
import type { OrderLine } from './order-lines.queries.js';
import { OrderLinesRepository } from './order-lines.repository.js';
import type { Placement } from './order-lines.repository.js';

export interface PlaceOrderInput {
  readonly orderLineId: string;
  /** Null places the order without a pin, for ever: its lots yield observations and no certificate (domain.md §0b.18). */
  readonly agreementId: string | null;
  /** The one the person saw; left out where nobody looked (an import that places, a machine). */
  readonly version?: number;
}

/** The row and its event. */
@Injectable()
export class Placements {
  constructor(private readonly repository: OrderLinesRepository, private readonly audit: AuditTrail, private readonly clock: Clock) {}

  async record(tx: TenantTx, line: OrderLine, placement: Placement): Promise<void> {
    await this.repository.place(tx, line.id, placement, this.clock.now());
    await this.audit.record(tx, OrderActs.place, { kind: 'order_line', id: line.id },
      { poNumber: line.poNumber, lineNo: line.lineNo, agreementId: placement.agreementId });
  }
}

/** The moment from which no criterion can be added: what the lot may be rejected for is what is pinned here (取適法, domain.md §2.3). */
@Injectable()
export class PlaceOrder {
  constructor(
    private readonly db: TenantDb, private readonly lines: OrderLines, private readonly sites: SupplierSites,
    private readonly pins: AgreementPin, private readonly placements: Placements, private readonly clock: Clock,
  ) {}

  /** Throws `order.not_a_draft`, `order.stale`, `order.placing_incomplete` and what `AgreementPin` throws. */
  async execute(actor: Actor, input: PlaceOrderInput): Promise<void> {
    authorize(actor, OrderActs.place, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, { orderLineId, agreementId, version }: PlaceOrderInput): Promise<void> {
    await tx.lock('order_line', orderLineId);
    const line = await this.lines.byId(tx, orderLineId);
    if (line.state !== 'draft') throw conflict('order.not_a_draft', { po: line.poNumber });
    if (version !== undefined && version !== line.version) throw conflict('order.stale', { po: line.poNumber });
    const site = await this.sites.byId(tx, line.supplierSiteId);
    assertPlaceable(line, site.sme);
    const pin = agreementId === null ? null : await this.pins.read(tx, line, agreementId);
    await this.placements.record(tx, line, {
      supplierOrganizationId: site.joinedOrganizationId, agreementId, specCriticality: pin?.specCriticality ?? null, facts: pin?.facts ?? line.facts ?? {},
    });
  }
}
