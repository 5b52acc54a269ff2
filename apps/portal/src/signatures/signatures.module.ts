import { Module } from '@nestjs/common';
import { AttestationModule } from '@libs/attestation';
import { InsightModule } from '@libs/insight';
import { OrganizationModule } from '@libs/organization';
import { ResponseModule } from '@libs/response';
import { SpecificationModule } from '@libs/specification';
import { SignatureLine, SignaturePages, SigningPeople } from './signature-pages.js';
import { SignaturesController } from './signatures.controller.js';

/** The signer's page: reads exactly what is signed, signs it or sends it back. */
@Module({
  imports: [OrganizationModule, SpecificationModule, ResponseModule, AttestationModule, InsightModule],
  controllers: [SignaturesController], providers: [SignaturePages, SigningPeople, SignatureLine],
})
export class SignaturesPagesModule {}
