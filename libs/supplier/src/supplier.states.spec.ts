import type { OrganizationId } from '@platform-pure/tenancy';
import { hasJoined, supplierSiteState } from './supplier.states.js';

describe('the state of a factory', () => {
  it('is registered until it is approved', () => {
    expect(supplierSiteState({ approvedOn: null })).toBe('registered');
    expect(supplierSiteState({ approvedOn: '2026-10-01' })).toBe('approved');
  });

  it('says apart from that whether its organisation has joined', () => {
    expect(hasJoined({ joinedOrganizationId: null })).toBe(false);
    expect(hasJoined({ joinedOrganizationId: '0190c0de-0000-7000-8000-000000000001' as OrganizationId })).toBe(true);
  });
});
