import { Injectable } from '@nestjs/common';
import { Certificates } from '@libs/certificate';
import { Deliveries } from '@libs/delivery';
import { Inspections } from '@libs/inspection';
import { OrderLines } from '@libs/order';
import { SupplierSites } from '@libs/supplier';
import type { OrganizationId, TenantTx } from '@platform/tenancy';
import type { RecordedEvent } from '../reaction.js';
import { Names } from './names.js';
import type { Parties } from './telling.rules.js';
import type { ReadsFacts, TellingFacts } from './telling-facts.js';

/** Both ends of an order line, read by the buyer: who joined for the factory after the order was placed is named at the factory only. */
@Injectable()
export class OrderParties {
  constructor(readonly lines: OrderLines, private readonly sites: SupplierSites) {}

  async of(tx: TenantTx, orderLineId: string): Promise<Parties> {
    const { buyerOrganizationId: buyer, supplierOrganizationId, supplierSiteId } = await this.lines.byId(tx, orderLineId);
    return { buyer, supplier: supplierOrganizationId ?? (await this.sites.byId(tx, supplierSiteId)).joinedOrganizationId as OrganizationId | null };
  }
}

/** From the order to the approved inspection: numbered by order, then by delivery note. */
@Injectable()
export class LotFacts implements ReadsFacts {
  constructor(
    private readonly parties: OrderParties, private readonly deliveries: Deliveries, private readonly inspections: Inspections, private readonly names: Names,
  ) {}

  async of(tx: TenantTx, event: RecordedEvent): Promise<TellingFacts> {
    const { number, ...parties } = await this.lot(tx, event);
    const words = { number, buyer: await this.names.of(tx, parties.buyer), supplier: parties.supplier ? await this.names.of(tx, parties.supplier) : undefined };
    return { ...parties, object: { kind: event.objectKind, id: event.objectId }, words };
  }

  private async lot(tx: TenantTx, { objectKind, objectId }: RecordedEvent): Promise<Parties & { number: string }> {
    if (objectKind === 'delivery_announcement') {
      const { buyerOrganizationId: buyer, supplierOrganizationId: supplier, noteNumber: number } = await this.deliveries.announcement(tx, objectId);
      return { buyer, supplier, number };
    }
    if (objectKind === 'order_line') {
      // as it was placed: who joins for the factory later finds the order, and is told of its lots
      const { poNumber: number, buyerOrganizationId: buyer, supplierOrganizationId: supplier } = await this.parties.lines.byId(tx, objectId);
      return { buyer, supplier, number };
    }
    const { orderLineId, noteNumber: number } = objectKind === 'delivery'
      ? await this.deliveries.byId(tx, objectId) : (await this.inspections.byId(tx, objectId)).lot;
    return { ...await this.parties.of(tx, orderLineId), number };
  }
}

@Injectable()
export class CertificateFacts implements ReadsFacts {
  constructor(private readonly parties: OrderParties, private readonly certificates: Certificates) {}

  /** A replacement is told under the number that everybody knows: the one it replaces. */
  async of(tx: TenantTx, event: RecordedEvent): Promise<TellingFacts> {
    const { id, number, orderLineId, statement } = await this.certificates.byId(tx, event.objectId);
    const { buyer, supplier } = await this.parties.of(tx, orderLineId);
    const words = { number: typeof event.detail.replaces === 'string' ? statement.replaces?.number ?? number : number };
    return { buyer, supplier, object: { kind: 'certificate', id }, words };
  }
}
