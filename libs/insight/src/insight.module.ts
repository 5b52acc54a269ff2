import { Module } from '@nestjs/common';
import { OrganizationModule } from '@libs/organization';
import { RequestModule } from '@libs/request';
import { AnsweringOverview } from './answering-overview.queries.js';
import { BusinessDay } from './business-day.queries.js';
import { CertificatesOverview } from './certificates-overview.queries.js';
import { DueReminders } from './due-reminders.queries.js';
import { FirstSteps } from './first-steps.queries.js';
import { Home } from './home.queries.js';
import { InspectionList } from './inspection-list.queries.js';
import { Late } from './late.queries.js';
import { LotList } from './lot-list.queries.js';
import { Lots } from './lots.queries.js';
import { OrderLedger } from './order-ledger.queries.js';
import { RequestStory } from './request-story.queries.js';
import { RequestList } from './request-list.queries.js';
import { RequestsOverview } from './requests-overview.queries.js';
import { Search } from './search.queries.js';
import { Sent } from './sent.queries.js';
import { SpecificationsOverview } from './specifications-overview.queries.js';
import { SpecificationsWaiting } from './specifications-waiting.queries.js';
import { SupplierLedger } from './supplier-ledger.queries.js';
import { Threads } from './thread.queries.js';
import { Waiting } from './waiting.queries.js';

const OFFERED = [Search, AnsweringOverview, RequestStory, BusinessDay, FirstSteps, Home, Waiting, Sent, Late, Threads, RequestsOverview, RequestList, DueReminders, CertificatesOverview, SupplierLedger, OrderLedger, SpecificationsOverview, LotList, InspectionList];

/** Reads only. */
@Module({ imports: [OrganizationModule, RequestModule], providers: [...OFFERED, Lots, SpecificationsWaiting], exports: OFFERED })
export class InsightModule {}
