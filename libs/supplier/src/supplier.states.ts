import type { SupplierSite } from './supplier.rules.js';

export const SUPPLIER_SITE_STATES = ['registered', 'approved'] as const;
export type SupplierSiteState = (typeof SUPPLIER_SITE_STATES)[number];

export function supplierSiteState(site: Pick<SupplierSite, 'approvedOn'>): SupplierSiteState {
  return site.approvedOn === null ? 'registered' : 'approved';
}

/** Whether somebody answers for the factory here; before that its requests, orders and certificates are the buyer's own rows. */
export function hasJoined(site: Pick<SupplierSite, 'joinedOrganizationId'>): boolean {
  return site.joinedOrganizationId !== null;
}
