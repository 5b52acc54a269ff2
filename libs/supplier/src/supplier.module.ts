import { Module } from '@nestjs/common';
import { OrganizationModule } from '@libs/organization';
import { ApproveSupplierSite } from './approve-supplier-site.js';
import { ChangeSupplierSite } from './change-supplier-site.js';
import { LinkJoinedOrganization } from './link-joined-organization.js';
import { RegisterSupplierSite } from './register-supplier-site.js';
import { SupplierSites } from './supplier-sites.queries.js';
import { SupplierSitesRepository } from './supplier-sites.repository.js';

const offered = [RegisterSupplierSite, ApproveSupplierSite, ChangeSupplierSite, LinkJoinedOrganization, SupplierSites];

@Module({ imports: [OrganizationModule], providers: [...offered, SupplierSitesRepository], exports: offered })
export class SupplierModule {}
