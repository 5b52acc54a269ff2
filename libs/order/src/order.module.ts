import { Module } from '@nestjs/common';
import { RequestModule } from '@libs/request';
import { ReviewModule } from '@libs/review';
import { SpecificationModule } from '@libs/specification';
import { SupplierModule } from '@libs/supplier';
import { AgreementPin } from './agreement-pin.js';
import { CancelOrder } from './cancel-order.js';
import { OrderLines } from './order-lines.queries.js';
import { OrderLinesRepository } from './order-lines.repository.js';
import { PlaceOrder, Placements } from './place-order.js';
import { RecordReceipt } from './record-receipt.js';
import { RegisterOrderLine } from './register-order-line.js';
import { ShareOrders } from './share-orders.js';

const offered = [RegisterOrderLine, PlaceOrder, CancelOrder, RecordReceipt, ShareOrders, OrderLines];

@Module({
  imports: [SupplierModule, SpecificationModule, RequestModule, ReviewModule],
  providers: [...offered, OrderLinesRepository, AgreementPin, Placements],
  exports: offered,
})
export class OrderModule {}
