import { may, systemActor } from '@platform-pure/tenancy';
import type { OrganizationId } from '@platform-pure/tenancy';
import { DeliveryActs } from './delivery.policy.js';

const system = systemActor('0190c0de-0000-7000-8000-000000000001' as OrganizationId);
const allowed = (role: string): string[] =>
  Object.values(DeliveryActs).filter((act) => may({ ...system, via: 'session', roles: [role] }, act)).map((act) => act.verb);

describe('deliveries', () => {
  it.each([
    ['receiver', ['read', 'receive', 'attach']], ['procurement', ['read', 'attach', 'return']], ['supplier_contact', ['read', 'announce']], ['supplier_respondent', ['read', 'announce']],
    ['inspector', ['read']], ['supplier_signer', ['read']], ['tenant_admin', ['read']],
  ])('let a member with the role %s do %j', (role, verbs) => expect(allowed(role)).toEqual(verbs));
});
