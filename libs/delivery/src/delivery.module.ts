import { Module } from '@nestjs/common';
import { OrderModule } from '@libs/order';
import { OrganizationModule } from '@libs/organization';
import { AnnounceDelivery } from './announce-delivery.js';
import { Deliveries } from './deliveries.queries.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { ReceiptContext } from './receipt-context.js';
import { ReceiveDelivery } from './receive-delivery.js';
import { RecordOutcome } from './record-outcome.js';
import { ReturnDelivery, ReturnedGoods } from './return-delivery.js';

const offered = [AnnounceDelivery, ReceiveDelivery, ReturnDelivery, RecordOutcome, Deliveries];

@Module({
  imports: [OrganizationModule, OrderModule],
  providers: [...offered, DeliveriesRepository, ReceiptContext, ReturnedGoods],
  exports: offered,
})
export class DeliveryModule {}
