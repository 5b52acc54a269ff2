import { Module } from '@nestjs/common';
import { OrganizationModule } from '@libs/organization';
import { BusinessDay } from './business-day.queries.js';
import { CertificatesOverview } from './certificates-overview.queries.js';
import { Home } from './home.queries.js';
import { Late } from './late.queries.js';
import { Lots } from './lots.queries.js';
import { RequestsOverview } from './requests-overview.queries.js';
import { Sent } from './sent.queries.js';
import { SpecificationsWaiting } from './specifications-waiting.queries.js';
import { Threads } from './thread.queries.js';
import { Waiting } from './waiting.queries.js';

const OFFERED = [BusinessDay, Home, Waiting, Sent, Late, Threads, RequestsOverview, CertificatesOverview];

/** Reads only. */
@Module({ imports: [OrganizationModule], providers: [...OFFERED, Lots, SpecificationsWaiting], exports: OFFERED })
export class InsightModule {}
