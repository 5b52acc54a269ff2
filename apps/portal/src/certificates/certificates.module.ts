import { Module } from '@nestjs/common';
import { CertificateModule } from '@libs/certificate';
import { InsightModule } from '@libs/insight';
import { CertificatePages } from './certificate-pages.js';
import { CertificatesController } from './certificates.controller.js';
import { DecisionsController } from './decisions.controller.js';

/** 検収確認書: found, read, given out, superseded, revoked. */
@Module({
  imports: [CertificateModule, InsightModule],
  controllers: [CertificatesController, DecisionsController],
  providers: [CertificatePages],
})
export class CertificatesPagesModule {}
