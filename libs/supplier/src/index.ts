export * from './pure.js';
export { ApproveSupplierSite } from './approve-supplier-site.js';
export { ChangeSupplierSite } from './change-supplier-site.js';
export { LinkJoinedOrganization } from './link-joined-organization.js';
export { RegisterSupplierSite } from './register-supplier-site.js';
export type { RegisterSupplierSiteInput } from './register-supplier-site.js';
export { SupplierModule } from './supplier.module.js';
export { SupplierSites } from './supplier-sites.queries.js';
