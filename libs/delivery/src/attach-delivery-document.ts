import { Injectable } from '@nestjs/common';
import { EvidenceFiles } from '@libs/evidence';
import { Clock } from '@platform/clock';
import { notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { DeliveryActs } from './delivery.policy.js';
import { Deliveries } from './deliveries.queries.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { ReceiptContext } from './receipt-context.js';

export interface AttachDeliveryDocumentInput { readonly deliveryId: string; readonly evidenceIds: readonly string[] }

/** The paper that came with a lot, by files that the buyer itself has added. */
@Injectable()
export class DeliveryDocuments {
  constructor(private readonly evidence: EvidenceFiles, private readonly repository: DeliveriesRepository, private readonly clock: Clock) {}

  /** @returns the files' names. Not found for a file of somebody else. */
  async add(tx: TenantTx, deliveryId: string, evidenceIds: readonly string[]): Promise<string[]> {
    const files = await this.evidence.byIds(tx, evidenceIds);
    if (files.length !== new Set(evidenceIds).size || files.some((file) => file.organizationId !== tx.organizationId)) throw notFound('evidence');
    for (const file of files) await this.repository.addDocument(tx, deliveryId, file, this.clock.now());
    return files.map(({ fileName }) => fileName);
  }
}

/** A photo or scan of the 納品書 that was taken after the receipt was written. */
@Injectable()
export class AttachDeliveryDocument {
  constructor(
    private readonly db: TenantDb, private readonly deliveries: Deliveries, private readonly documents: DeliveryDocuments,
    private readonly context: ReceiptContext, private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: AttachDeliveryDocumentInput): Promise<void> {
    authorize(actor, DeliveryActs.attach, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, { deliveryId, evidenceIds }: AttachDeliveryDocumentInput): Promise<void> {
    const lot = await this.deliveries.byId(tx, deliveryId);
    if (lot.buyerOrganizationId !== tx.organizationId) throw notFound('delivery');
    const files = await this.documents.add(tx, deliveryId, evidenceIds);
    await this.context.record(tx, DeliveryActs.attach, deliveryId, { noteNumber: lot.noteNumber, files });
  }
}
