import { Module } from '@nestjs/common';
import { OrganizationModule } from '@libs/organization';
import { RequestModule } from '@libs/request';
import { SupplierModule } from '@libs/supplier';
import { InvitationsController } from './invitations.controller.js';
import { JoinController } from './join.controller.js';
import { JoinPages } from './join-pages.js';
import { Newcomers } from './newcomers.js';

/** How somebody comes to belong to an organisation, and an organisation to Kenshu. */
@Module({
  imports: [OrganizationModule, SupplierModule, RequestModule],
  controllers: [InvitationsController, JoinController], providers: [Newcomers, JoinPages],
})
export class JoiningModule {}
