import { Module } from '@nestjs/common';
import { DeliveryModule } from '@libs/delivery';
import { InsightModule } from '@libs/insight';
import { InspectionModule } from '@libs/inspection';
import { OrderModule } from '@libs/order';
import { SupplierModule } from '@libs/supplier';
import { OrderChain } from './order-chain.js';
import { OrderForms } from './order-forms.js';
import { OrderImportPages } from './order-import-pages.js';
import { OrderImportsController } from './order-imports.controller.js';
import { OrderListsController } from './order-lists.controller.js';
import { OrderLists } from './order-lists.js';
import { OrderPages } from './order-pages.js';
import { OrderPlacing } from './order-placing.js';
import { OrdersController } from './orders.controller.js';

/** The imports and the lists first: `import` and `placing` are no order. */
@Module({
  imports: [OrderModule, SupplierModule, DeliveryModule, InspectionModule, InsightModule], controllers: [OrderImportsController, OrderListsController, OrdersController],
  providers: [OrderLists, OrderPages, OrderChain, OrderForms, OrderPlacing, OrderImportPages],
})
export class OrdersPagesModule {}
