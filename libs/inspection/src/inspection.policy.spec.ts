import { may, systemActor } from '@platform-pure/tenancy';
import type { OrganizationId } from '@platform-pure/tenancy';
import { InspectionActs } from './inspection.policy.js';

const system = systemActor('0190c0de-0000-7000-8000-000000000001' as OrganizationId);
const allowed = (role: string): string[] =>
  Object.values(InspectionActs).filter((act) => may({ ...system, via: 'session', roles: [role] }, act)).map((act) => act.verb);

describe('an inspection', () => {
  it.each([
    ['inspector', ['read', 'open', 'record', 'attach', 'detach', 'judge']], ['confirmer', ['read', 'send_back', 'confirm']], ['approver', ['read', 'send_back', 'approve']],
    // admins cannot judge or sign, suppliers cannot alter results (domain.md §3.4 rules 5, 6)
    ['tenant_admin', ['read']], ['procurement', ['read']], ['supplier_signer', ['read']], ['receiver', ['read']], ['auditor', ['read']],
  ])('lets a member with the role %s do %j', (role, verbs) => expect(allowed(role)).toEqual(verbs));
  it('is confirmed and approved with a second factor', () => expect([InspectionActs.confirm.stepUp, InspectionActs.approve.stepUp]).toEqual([true, true]));
});
