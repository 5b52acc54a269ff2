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
import { EvidenceController } from '../evidence/evidence.controller.js';
import { HomeController } from '../home/home.controller.js';
import { ResponsePages } from '../responses/response-pages.js';
import { ResponsesController } from '../responses/responses.controller.js';

/** The home page and the pages along the thread, from the requirement to the certificate; all of them only read. */
@Module({
  imports: [
    InsightModule, SpecificationModule, RequestModule, EvidenceModule, ResponseModule, AttestationModule, ReviewModule, InspectionModule, CertificateModule,
  ],
  controllers: [
    HomeController, ResponsesController, EvidenceController,
  ],
  providers: [ResponsePages],
})
export class ThreadModule {}
