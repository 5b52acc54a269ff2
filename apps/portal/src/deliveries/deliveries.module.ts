import { Module } from '@nestjs/common';
import { DeliveryModule } from '@libs/delivery';
import { EvidenceModule } from '@libs/evidence';
import { InsightModule } from '@libs/insight';
import { InspectionModule } from '@libs/inspection';
import { OrderModule } from '@libs/order';
import { OrganizationModule } from '@libs/organization';
import { SupplierModule } from '@libs/supplier';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveryPages } from './delivery-pages.js';
import { EvidenceUploads } from './evidence-uploads.js';
import { ReceivingController } from './receiving.controller.js';
import { OrdersOfLots, ReceivingPages } from './receiving-pages.js';

/** Lots: announced, received, returned. */
@Module({
  imports: [OrganizationModule, SupplierModule, EvidenceModule, OrderModule, DeliveryModule, InspectionModule, InsightModule],
  controllers: [ReceivingController, DeliveriesController],
  providers: [DeliveryPages, ReceivingPages, OrdersOfLots, EvidenceUploads],
  exports: [EvidenceUploads],
})
export class DeliveriesPagesModule {}
