import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { ClockModule } from '@platform/clock';
import { DatabaseModule, VERIFIER } from '@platform/database';
import { HealthModule } from '@platform/http';
import { LimitGuard, RateLimitModule } from '@platform/rate-limit';
import { RenderingModule } from '@platform/rendering';
import { Anchors } from './anchors.js';
import { CertificateLookups } from './certificate-lookups.js';
import { CertificateController } from './certificate.controller.js';
import { Examiner } from './examiner.js';
import { Pages } from './pages.js';
import { PublishedRegister, registerChecks } from './published-register.queries.js';
import { UploadController } from './upload.controller.js';
import { VERIFIER_SETTINGS } from './verifier-settings.js';
import type { VerifierSetup } from './verifier-settings.js';
import { VerifierErrors } from './verifier-errors.filter.js';

/** "Is this certificate genuine?" for anybody: no session, no actor, one database role that reads schema `published` and counts requests in its own. */
@Module({})
export class VerifierModule {
  static with(setup: VerifierSetup): DynamicModule {
    return {
      module: VerifierModule,
      imports: [
        ClockModule.with(setup.clock), DatabaseModule.with({ verifier: setup.verifierUrl }, { applicationName: 'kenshu verifier', max: 5 }),
        RateLimitModule.of('verifier', setup.rateLimitFactor), RenderingModule, HealthModule.with(VERIFIER, registerChecks),
      ],
      controllers: [UploadController, CertificateController],
      providers: [
        { provide: VERIFIER_SETTINGS, useValue: setup }, Anchors, Examiner, Pages, PublishedRegister, CertificateLookups,
        VerifierErrors, { provide: APP_FILTER, useExisting: VerifierErrors }, { provide: APP_GUARD, useExisting: LimitGuard },
      ],
    };
  }
}
