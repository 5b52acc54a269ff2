import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AuditModule } from '@platform/audit';
import { Clock, ClockModule } from '@platform/clock';
import { sessionSecret } from '@platform/config';
import type { Config } from '@platform/config';
import { DatabaseModule, RUNTIME } from '@platform/database';
import type { DatabaseUrls } from '@platform/database';
import { ActorGuard, ActorSource, HealthModule, runtimeChecks } from '@platform/http';
import type { Logger } from '@platform/http';
import { IdentityModule } from '@platform/identity';
import { JobsModule } from '@platform/jobs';
import { LedgerModule } from '@platform/ledger';
import { MailModule } from '@platform/mail';
import { LimitGuard } from '@platform/rate-limit';
import { RenderingModule } from '@platform/rendering';
import { StorageModule } from '@platform/storage';
import { TenancyModule } from '@platform/tenancy';
import { WorkbookModule } from '@platform/workbook';
import { AccountModule } from './account/account.module.js';
import { AREAS } from './areas.js';
import { JoiningModule } from './joining/joining.module.js';
import { MailboxModule } from './mailbox/mailbox.module.js';
import { showsMailbox } from './portal-settings.js';
import type { PortalSettings } from './portal-settings.js';
import { ThreadModule } from './thread/thread.module.js';
import { formPipe } from './web/form.pipe.js';
import { PageInterceptor } from './web/page.interceptor.js';
import { PortalActorSource } from './web/portal-actor-source.js';
import { PortalErrors } from './web/portal-errors.filter.js';
import { WebModule } from './web/web.module.js';

export interface PortalSetup {
  readonly config: Config;
  /** Only `runtime` is used: the portal never holds another role's password. */
  readonly databaseUrls: DatabaseUrls;
  readonly clock?: Clock;
  readonly logger: Logger;
}

/** HTML for people: session cookie, no signing key, no browser. */
@Module({})
export class PortalModule {
  static with({ config, databaseUrls, clock, logger }: PortalSetup): DynamicModule {
    const settings: PortalSettings = {
      publicUrl: config.publicUrl, sessionSecret: sessionSecret(config), defaultLanguage: config.defaultLanguage,
      defaultTimeZone: config.defaultTimeZone, signUp: config.signUp, mailbox: showsMailbox(config), logger, uploadMaxBytes: config.evidenceMaxMb * 1_000_000,
    };
    return {
      module: PortalModule,
      imports: [
        ...platform(config, databaseUrls, clock), HealthModule.with(RUNTIME, runtimeChecks), WebModule.with(settings),
        AccountModule, JoiningModule, ThreadModule, ...AREAS, ...(settings.mailbox ? [MailboxModule] : []),
      ],
      providers: [
        { provide: ActorSource, useClass: PortalActorSource }, { provide: APP_GUARD, useExisting: LimitGuard }, { provide: APP_GUARD, useClass: ActorGuard },
        { provide: APP_FILTER, useExisting: PortalErrors }, { provide: APP_INTERCEPTOR, useClass: PageInterceptor }, { provide: APP_PIPE, useFactory: formPipe },
      ],
    };
  }
}

/** In the order of libs/platform. Mails are read here (the mailbox page), never sent. */
function platform(config: Config, urls: DatabaseUrls, clock?: Clock): NonNullable<DynamicModule['imports']> {
  const { sessionIdleMinutes, sessionAbsoluteHours, rateLimitFactor, dataDir, smtpUrl, mailFrom, publicUrl } = config;
  return [
    ClockModule.with(clock), DatabaseModule.with({ runtime: urls.runtime }, { applicationName: 'kenshu portal' }),
    TenancyModule, JobsModule, AuditModule, LedgerModule, RenderingModule,
    IdentityModule.with({ sessionIdleMinutes, sessionAbsoluteHours, rateLimitFactor }),
    WorkbookModule, StorageModule.at(join(dataDir, 'files'), { uploadMaxBytes: config.evidenceMaxMb * 1_000_000 }),
    MailModule.with({ smtpUrl, mailboxDir: join(dataDir, 'mailbox'), from: mailFrom, publicUrl }),
  ];
}
