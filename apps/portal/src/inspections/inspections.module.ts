import { Module } from '@nestjs/common';
import { CertificateModule } from '@libs/certificate';
import { EvidenceModule } from '@libs/evidence';
import { InsightModule } from '@libs/insight';
import { InspectionModule } from '@libs/inspection';
import { OrderModule } from '@libs/order';
import { SpecificationModule } from '@libs/specification';
import { SupplierModule } from '@libs/supplier';
import { DeliveriesPagesModule } from '../deliveries/deliveries.module.js';
import { InspectionPages, PublicAddress } from './inspection-pages.js';
import { InspectionsController } from './inspections.controller.js';
import { ResultAnswers } from './result-answers.js';
import { ResultsController } from './results.controller.js';
import { SignOffsController } from './sign-offs.controller.js';
import { WorkPages } from './work-pages.js';
import { WorksheetPages } from './worksheet-pages.js';

/** One lot's acceptance inspection: on a tablet, on paper, and its sign-off. */
@Module({
  imports: [SupplierModule, SpecificationModule, EvidenceModule, OrderModule, InspectionModule, CertificateModule, InsightModule, DeliveriesPagesModule],
  controllers: [InspectionsController, ResultsController, SignOffsController],
  providers: [InspectionPages, WorkPages, WorksheetPages, ResultAnswers, PublicAddress],
})
export class InspectionsPagesModule {}
