import { Module } from '@nestjs/common';
import { EvidenceModule } from '@libs/evidence';
import { OrderModule } from '@libs/order';
import { OrganizationModule } from '@libs/organization';
import { AnnounceDelivery } from './announce-delivery.js';
import { AttachDeliveryDocument, DeliveryDocuments } from './attach-delivery-document.js';
import { Deliveries } from './deliveries.queries.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { ReceiptContext } from './receipt-context.js';
import { ReceiveDelivery } from './receive-delivery.js';
import { ReceiveNote } from './receive-note.js';
import { RecordOutcome } from './record-outcome.js';
import { ReturnDelivery, ReturnedGoods } from './return-delivery.js';

const offered = [AnnounceDelivery, ReceiveDelivery, ReceiveNote, AttachDeliveryDocument, ReturnDelivery, RecordOutcome, Deliveries];

@Module({
  imports: [OrganizationModule, EvidenceModule, OrderModule],
  providers: [...offered, DeliveriesRepository, ReceiptContext, ReturnedGoods, DeliveryDocuments],
  exports: offered,
})
export class DeliveryModule {}
