import { Module } from '@nestjs/common';
import { InsightModule } from '@libs/insight';
import { OrganizationModule } from '@libs/organization';
import { MemberInvitationsController } from './invitations.controller.js';
import { MemberPages } from './member-pages.js';
import { MembersController } from './members.controller.js';
import { OrganizationController } from './organization.controller.js';
import { OrganizationPages } from './organization-pages.js';
import { SitesController } from './sites.controller.js';

/** The invitations stand before the members: `members/invite` would read as a member's id otherwise. */
@Module({
  imports: [OrganizationModule, InsightModule],
  controllers: [OrganizationController, MemberInvitationsController, MembersController, SitesController], providers: [OrganizationPages, MemberPages],
})
export class OrganizationPagesModule {}
