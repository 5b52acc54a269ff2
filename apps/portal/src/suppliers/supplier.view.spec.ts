import type { SupplierSite, SupplierSiteId } from '@pure/supplier';
import { siteFormView, supplierView } from './supplier.view.js';
import type { SupplierInput } from './supplier.view.js';

const site: SupplierSite = {
  id: 's' as SupplierSiteId, counterpartyCode: 'E1', makerName: '髙﨑', makerNameEn: null, factoryName: '第二', address: 'x', kind: 'equipment', sme: true, contactName: null, contactEmail: 'a@example.jp',
  registeredOn: '2026-11-01', approvedOn: null, joinedOrganizationId: null, joinedAt: null, version: 2,
};
const input: SupplierInput = { site, today: '2026-11-20', requests: [], orders: [], orderCount: 0, invitations: [], may: { change: true, approve: true, send: true, order: true } };
const step = (change: Partial<SupplierInput>) => (supplierView({ ...input, ...change }).invitation[0]!.cell as { word: { $text: string } }).word.$text;

describe('the page of a factory', () => {
  it('offers the approval with today, until it is approved', () => {
    expect(supplierView(input).approval?.fields.approvedOn.value).toBe('2026-11-20');
    expect(supplierView({ ...input, site: { ...site, approvedOn: '2026-11-02' } }).approval).toBeNull();
  });
  it('says how far the invitation is', () => {
    expect(step({ site: { ...site, contactEmail: null } })).toBe('portal_suppliers.invitation.no_contact');
    expect(step({})).toBe('portal_suppliers.invitation.not_invited');
    expect(step({ invitations: [{ recipient: 'a', sentAt: new Date(0) }] })).toBe('portal_suppliers.invitation.invited');
  });
  it('leads to all orders when there are more than it shows', () => {
    expect([supplierView(input).allOrders, supplierView({ ...input, orderCount: 30 }).allOrders]).toEqual([null, '/orders?supplier=s']);
  });
});

describe('the form of a factory', () => {
  it('carries the version that was seen, and what somebody else wrote meanwhile', () => {
    expect(siteFormView({}, [], site)).toMatchObject({ id: 's', version: '2', now: [] });
    expect(siteFormView({ address: 'y' }, [], { id: 's', version: 3, now: site }).now.length).toBeGreaterThan(5);
    expect(siteFormView({})).toMatchObject({ id: null, version: '' });
  });
});
