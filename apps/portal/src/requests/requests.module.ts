import { Module } from '@nestjs/common';
import { InsightModule } from '@libs/insight';
import { OrganizationModule } from '@libs/organization';
import { RequestModule } from '@libs/request';
import { ResponseModule } from '@libs/response';
import { ReviewModule } from '@libs/review';
import { SpecificationModule } from '@libs/specification';
import { SupplierModule } from '@libs/supplier';
import { Addressees } from './addressees.js';
import { RequestListController } from './list.controller.js';
import { RequestListPages } from './list-pages.js';
import { RequestActsController } from './request-acts.controller.js';
import { RequestDesk } from './request-desk.js';
import { RequestForms } from './request-forms.js';
import { RequestMailsController } from './request-mails.controller.js';
import { RequestOutcome, RequestPages } from './request-pages.js';
import { RequestsController } from './requests.controller.js';
import { Sender } from './sender.js';
import { SendingController } from './sending.controller.js';
import { SendingPages } from './sending-pages.js';

/** The pages with a name of their own come before the one with an id. */
@Module({
  imports: [OrganizationModule, SupplierModule, SpecificationModule, RequestModule, ResponseModule, ReviewModule, InsightModule],
  controllers: [SendingController, RequestListController, RequestsController, RequestActsController, RequestMailsController],
  providers: [Addressees, SendingPages, Sender, RequestListPages, RequestPages, RequestOutcome, RequestDesk, RequestForms],
})
export class RequestsPagesModule {}
