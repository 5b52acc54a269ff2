import { Module } from '@nestjs/common';
import { CatalogModule } from '@libs/catalog';
import { DeliveryModule } from '@libs/delivery';
import { EvidenceModule } from '@libs/evidence';
import { OrderModule } from '@libs/order';
import { OrganizationModule } from '@libs/organization';
import { RequestModule } from '@libs/request';
import { ResponseModule } from '@libs/response';
import { ReviewModule } from '@libs/review';
import { SpecificationModule } from '@libs/specification';
import { AttachInspectionFiles } from './attach-inspection-files.js';
import { ApprovalEffects, ApproveInspection } from './approve-inspection.js';
import { BasisReader } from './basis-reader.js';
import { ConfirmInspection } from './confirm-inspection.js';
import { DetachInspectionFile } from './detach-inspection-file.js';
import { InspectionDesk } from './inspection-desk.js';
import { Inspections } from './inspections.queries.js';
import { InspectionsRepository } from './inspections.repository.js';
import { JudgeLot } from './judge-lot.js';
import { OpenInspection } from './open-inspection.js';
import { RecordResult } from './record-result.js';
import { SendBackInspection } from './send-back-inspection.js';

const offered = [OpenInspection, RecordResult, AttachInspectionFiles, DetachInspectionFile, SendBackInspection, JudgeLot, ConfirmInspection, ApproveInspection, Inspections];

@Module({
  imports: [
    OrganizationModule, CatalogModule, SpecificationModule, RequestModule, EvidenceModule, ResponseModule, ReviewModule, OrderModule, DeliveryModule,
  ],
  providers: [...offered, InspectionsRepository, InspectionDesk, BasisReader, ApprovalEffects],
  exports: offered,
})
export class InspectionModule {}
