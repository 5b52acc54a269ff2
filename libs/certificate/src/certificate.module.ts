import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { AttestationModule, SealingModule } from '@libs/attestation';
import { DeliveryModule } from '@libs/delivery';
import { InspectionModule } from '@libs/inspection';
import { OrderModule } from '@libs/order';
import { OrganizationModule } from '@libs/organization';
import { ReviewModule } from '@libs/review';
import { SupplierModule } from '@libs/supplier';
import { Certificates } from './certificates.queries.js';
import { CertificatePrinter } from './certificate-printer.js';
import { CertificatesRepository } from './certificates.repository.js';
import { CertificateSources } from './certificate-sources.js';
import { DecisionsRepository } from './decisions.repository.js';
import { IssueRecords } from './issue-records.js';
import { PUBLIC_URL, PrepareCertificate } from './prepare-certificate.js';
import { PrepareReplacement } from './prepare-replacement.js';
import { PublishCertificateStatus } from './publish-certificate-status.js';
import { RegisterRepository } from './register.repository.js';
import { RenderCertificate } from './render-certificate.js';
import { RevokeCertificate } from './revoke-certificate.js';
import { CertificateProof, SealCertificate } from './seal-certificate.js';
import { SupersedeCertificate } from './supersede-certificate.js';

/** What every door may hold: reading, and the approver's decisions. Needs Storage. */
@Module({
  providers: [Certificates, DecisionsRepository, SupersedeCertificate, RevokeCertificate],
  exports: [Certificates, SupersedeCertificate, RevokeCertificate],
})
export class CertificateModule {}

const ISSUING = [PrepareCertificate, PrepareReplacement, SealCertificate, RenderCertificate, PublishCertificateStatus];

/** For the worker only: needs SealerModule, SigningModule, PdfModule and RenderingModule beside what every door has. */
@Module({})
export class CertificateIssuingModule {
  /** `publicUrl`: origin of the verification page, as printed in the QR code. */
  static with(settings: { readonly publicUrl: string }): DynamicModule {
    return {
      module: CertificateIssuingModule,
      imports: [
        CertificateModule, OrganizationModule, SupplierModule, AttestationModule, SealingModule, ReviewModule, OrderModule, DeliveryModule, InspectionModule,
      ],
      providers: [
        { provide: PUBLIC_URL, useValue: settings.publicUrl.replace(/\/$/, '') }, ...ISSUING, CertificatesRepository, RegisterRepository, CertificateSources,
        CertificateProof, CertificatePrinter, IssueRecords,
      ],
      exports: [...ISSUING, CertificatePrinter],
    };
  }
}
