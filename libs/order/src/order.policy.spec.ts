import { may, systemActor } from '@platform-pure/tenancy';
import type { OrganizationId } from '@platform-pure/tenancy';
import { OrderActs } from './order.policy.js';

const system = systemActor('0190c0de-0000-7000-8000-000000000001' as OrganizationId);
const allowed = (role: string): string[] =>
  Object.values(OrderActs).filter((act) => may({ ...system, via: 'session', roles: [role] }, act)).map((act) => act.verb);

describe('order lines', () => {
  it.each([['procurement', ['read', 'register', 'change', 'place', 'cancel']], ['requester', ['read']], ['inspector', ['read']], ['tenant_admin', ['read']]])(
    'let a member with the role %s do %j', (role, verbs) => expect(allowed(role)).toEqual(verbs));
  it('are shared by the product only', () => expect(may(system, OrderActs.share)).toBe(true));
});
