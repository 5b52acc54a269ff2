import { may, systemActor } from '@platform-pure/tenancy';
import type { OrganizationId } from '@platform-pure/tenancy';
import { SupplierActs } from './supplier.policy.js';

const system = systemActor('0190c0de-0000-7000-8000-000000000001' as OrganizationId);
const allowed = (role: string): string[] =>
  Object.values(SupplierActs).filter((act) => may({ ...system, via: 'session', roles: [role] }, act)).map((act) => act.verb);

describe('the supplier ledger', () => {
  it.each([
    ['procurement', ['read', 'register', 'change', 'approve']],
    ['risk_owner', ['read', 'approve']],
    ['tenant_admin', ['read']],
    ['inspector', ['read']],
  ])('lets a member with the role %s do %j', (role, verbs) => expect(allowed(role)).toEqual(verbs));

  it('is joined to an organisation by the product only', () => {
    expect(may(system, SupplierActs.link)).toBe(true);
    expect(may({ ...system, via: 'session', roles: ['tenant_admin'] }, SupplierActs.link)).toBe(false);
  });
});
