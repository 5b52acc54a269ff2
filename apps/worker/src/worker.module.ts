import { Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { AttestationModule, SealingModule } from '@libs/attestation';
import { CatalogModule } from '@libs/catalog';
import { CertificateIssuingModule, CertificateModule } from '@libs/certificate';
import { DeliveryModule } from '@libs/delivery';
import { EvidenceModule } from '@libs/evidence';
import { InsightModule } from '@libs/insight';
import { InspectionModule } from '@libs/inspection';
import { OrderModule } from '@libs/order';
import { OrganizationModule } from '@libs/organization';
import { RequestModule } from '@libs/request';
import { ResponseModule } from '@libs/response';
import { ReviewModule } from '@libs/review';
import { SpecificationModule, SpecificationPrintModule } from '@libs/specification';
import { SupplierModule } from '@libs/supplier';
import { AuditModule } from '@platform/audit';
import { ClockModule } from '@platform/clock';
import { DatabaseModule } from '@platform/database';
import { IdentityMailModule, IdentityModule } from '@platform/identity';
import { JobsModule } from '@platform/jobs';
import { CheckpointModule, LedgerModule } from '@platform/ledger';
import { MailModule } from '@platform/mail';
import { NotificationModule } from '@platform/notification';
import { PdfModule, RenderingModule } from '@platform/rendering';
import { MasterKey, SigningModule } from '@platform/signing';
import { StorageModule } from '@platform/storage';
import { SealerModule, TenancyModule } from '@platform/tenancy';
import { AnchorFile, TRUST_DIR } from './anchor-file.js';
import { REACTION_HANDLERS } from './reactions/index.js';
import { REACTIONS } from './reactions.js';
import { RemindDue } from './remind-due.js';
import { REACTION_LIST, Reactor } from './reactor.js';
import type { WorkerSetup } from './setup.js';
import { TellingModule } from './telling/index.js';
import { WORKER_SETTINGS, Worker } from './worker.js';
import type { WorkerSettings } from './worker.js';

const PIPELINE = [
  OrganizationModule, CatalogModule, SupplierModule, SpecificationModule, SpecificationPrintModule, RequestModule, EvidenceModule, ResponseModule,
  AttestationModule, SealingModule, ReviewModule, OrderModule, DeliveryModule, InspectionModule,
  CertificateModule, InsightModule,
];

/** More than all queues may run at the same time, twice over: a mail holds one connection and mints its link on another. */
const POOL = 40;

@Module({})
export class WorkerModule {
  static with(setup: WorkerSetup): DynamicModule {
    const settings: WorkerSettings = { runtimeUrl: setup.runtimeUrl, log: setup.logger };
    return {
      module: WorkerModule,
      imports: [...platform(setup), ...PIPELINE, CertificateIssuingModule.with({ publicUrl: setup.config.publicUrl }), TellingModule],
      providers: [
        { provide: REACTION_LIST, useValue: REACTIONS }, { provide: WORKER_SETTINGS, useValue: settings }, Reactor, Worker,
        { provide: TRUST_DIR, useValue: setup.trustDir }, AnchorFile, RemindDue,
        ...REACTION_HANDLERS,
      ],
      exports: [Worker],
    };
  }
}

function platform({ config, ...setup }: WorkerSetup): (DynamicModule | Type)[] {
  const { chromiumDir, logger } = setup;
  return [
    ClockModule.with(setup.clock), DatabaseModule.with({ runtime: setup.runtimeUrl, sealer: setup.sealerUrl, ops: setup.opsUrl }, { applicationName: 'kenshu worker', max: POOL }),
    TenancyModule, SealerModule, JobsModule, AuditModule, LedgerModule, CheckpointModule.at(setup.checkpointDir), RenderingModule, NotificationModule,
    StorageModule.at(setup.filesDir, { uploadMaxBytes: config.evidenceMaxMb * 1_000_000 }), SigningModule.withMasterKey(new MasterKey(setup.masterKey)),
    IdentityModule.with({ sessionIdleMinutes: config.sessionIdleMinutes, sessionAbsoluteHours: config.sessionAbsoluteHours }), IdentityMailModule,
    MailModule.with({ smtpUrl: config.smtpUrl, mailboxDir: setup.mailboxDir, from: config.mailFrom, publicUrl: config.publicUrl }),
    PdfModule.register({ inject: [], useFactory: () => ({
      chromiumDir, executablePath: config.puppeteerExecutablePath, noSandbox: config.chromiumNoSandbox, log: (message: string) => logger.info(message),
    }) }),
  ];
}
