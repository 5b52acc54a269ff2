import { Module } from '@nestjs/common';
import { OrganizationModule } from '@libs/organization';
import { WorkbookModule } from '@platform/workbook';
import { ApproveSupplierSite } from './approve-supplier-site.js';
import { ChangeSupplierSite } from './change-supplier-site.js';
import { CommitSupplierImport, SupplierRowWriter } from './commit-supplier-import.js';
import { LinkJoinedOrganization } from './link-joined-organization.js';
import { PreviewSupplierImport } from './preview-supplier-import.js';
import { RegisterSupplierSite } from './register-supplier-site.js';
import { SupplierSites } from './supplier-sites.queries.js';
import { SupplierSitesRepository } from './supplier-sites.repository.js';

const offered = [RegisterSupplierSite, ApproveSupplierSite, ChangeSupplierSite, LinkJoinedOrganization, PreviewSupplierImport, CommitSupplierImport, SupplierSites];

@Module({ imports: [OrganizationModule, WorkbookModule], providers: [...offered, SupplierSitesRepository, SupplierRowWriter], exports: offered })
export class SupplierModule {}
