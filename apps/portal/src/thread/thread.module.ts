import { Module } from '@nestjs/common';
import { AttestationModule } from '@libs/attestation';
import { CertificateModule } from '@libs/certificate';
import { EvidenceModule } from '@libs/evidence';
import { InsightModule } from '@libs/insight';
import { InspectionModule } from '@libs/inspection';
import { RequestModule } from '@libs/request';
import { ResponseModule } from '@libs/response';
import { ReviewModule } from '@libs/review';
import { SpecificationModule } from '@libs/specification';
import { CertificatesController } from '../certificates/certificates.controller.js';
import { EvidenceController } from '../evidence/evidence.controller.js';
import { HomeController } from '../home/home.controller.js';
import { InspectionsController } from '../inspections/inspections.controller.js';
import { RequestPages } from '../requests/request-pages.js';
import { RequestsController } from '../requests/requests.controller.js';
import { ResponsePages } from '../responses/response-pages.js';
import { ResponsesController } from '../responses/responses.controller.js';
import { SpecificationsController } from '../specifications/specifications.controller.js';

/** The home page and the pages along the thread, from the requirement to the certificate; all of them only read. */
@Module({
  imports: [
    InsightModule, SpecificationModule, RequestModule, EvidenceModule, ResponseModule, AttestationModule, ReviewModule, InspectionModule, CertificateModule,
  ],
  controllers: [
    HomeController, SpecificationsController, RequestsController, ResponsesController, EvidenceController, InspectionsController, CertificatesController,
  ],
  providers: [RequestPages, ResponsePages],
})
export class ThreadModule {}
