import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AttestationModule } from '@libs/attestation';
import { CatalogModule } from '@libs/catalog';
import { CertificateModule } from '@libs/certificate';
import { DeliveryModule } from '@libs/delivery';
import { EvidenceModule } from '@libs/evidence';
import { InsightModule } from '@libs/insight';
import { InspectionModule } from '@libs/inspection';
import { OrderModule } from '@libs/order';
import { OrganizationModule } from '@libs/organization';
import { RequestModule } from '@libs/request';
import { ResponseModule } from '@libs/response';
import { ReviewModule } from '@libs/review';
import { SpecificationFilesModule, SpecificationModule } from '@libs/specification';
import { SupplierModule } from '@libs/supplier';
import { AuditModule } from '@platform/audit';
import { Clock, ClockModule } from '@platform/clock';
import type { Config } from '@platform/config';
import { DatabaseModule, RUNTIME } from '@platform/database';
import type { DatabaseUrls } from '@platform/database';
import { ActorGuard, ActorSource, HealthModule, runtimeChecks } from '@platform/http';
import type { Logger } from '@platform/http';
import { IdempotencyModule } from '@platform/idempotency';
import { IdentityModule } from '@platform/identity';
import { JobsModule } from '@platform/jobs';
import { LedgerModule } from '@platform/ledger';
import { MailModule } from '@platform/mail';
import { NotificationModule } from '@platform/notification';
import { RenderingModule } from '@platform/rendering';
import { StorageModule } from '@platform/storage';
import { TenancyModule } from '@platform/tenancy';
import { WorkbookModule } from '@platform/workbook';
import { API_SETTINGS } from './api-settings.js';
import type { ApiSettings } from './api-settings.js';
import { OPERATIONS } from './operations/index.js';
import { Answers } from './web/answers.js';
import { ApiErrors } from './web/api-errors.filter.js';
import { Desk } from './web/desk.js';
import { DocsController } from './web/docs.controller.js';
import { Documents } from './web/documents.js';
import { controllerOf } from './web/operations.controller.js';
import { TokenActorSource } from './web/token-actor-source.js';
import { TokenGuard } from './web/token.guard.js';

export interface ApiSetup {
  readonly config: Config;
  /** Only `runtime` is used. */
  readonly databaseUrls: DatabaseUrls;
  readonly clock?: Clock;
  readonly logger: Logger;
}

const PIPELINE = [
  OrganizationModule, CatalogModule, SupplierModule, SpecificationModule, SpecificationFilesModule, RequestModule, EvidenceModule, ResponseModule, AttestationModule, ReviewModule, OrderModule, DeliveryModule, InspectionModule,
  CertificateModule, InsightModule,
];

/** JSON for machines: access tokens, no cookie, the same verbs as the portal. */
@Module({})
export class ApiModule {
  static with({ config, databaseUrls, clock, logger }: ApiSetup): DynamicModule {
    const settings: ApiSettings = { publicUrl: config.publicUrl, defaultLanguage: config.defaultLanguage, uploadMaxBytes: config.evidenceMaxMb * 1_000_000, logger };
    return {
      module: ApiModule,
      imports: [...platform(config, databaseUrls, clock), HealthModule.with(RUNTIME, runtimeChecks), ...PIPELINE],
      controllers: [DocsController, controllerOf(OPERATIONS)],
      providers: [
        { provide: API_SETTINGS, useValue: settings }, Desk, Answers, Documents, { provide: ActorSource, useClass: TokenActorSource },
        { provide: APP_GUARD, useClass: ActorGuard }, { provide: APP_GUARD, useClass: TokenGuard }, { provide: APP_FILTER, useClass: ApiErrors },
      ],
    };
  }
}

/** In the order of libs/platform. */
function platform(config: Config, urls: DatabaseUrls, clock?: Clock): NonNullable<DynamicModule['imports']> {
  const { rateLimitFactor, dataDir, smtpUrl, mailFrom, publicUrl } = config;
  return [
    ClockModule.with(clock), DatabaseModule.with({ runtime: urls.runtime }, { applicationName: 'kenshu api' }), TenancyModule, JobsModule, AuditModule, LedgerModule, RenderingModule, IdentityModule.with({ rateLimitFactor }),
    IdempotencyModule, NotificationModule, WorkbookModule, StorageModule.at(join(dataDir, 'files'), { uploadMaxBytes: config.evidenceMaxMb * 1_000_000 }),
    MailModule.with({ smtpUrl, mailboxDir: join(dataDir, 'mailbox'), from: mailFrom, publicUrl }),
  ];
}
