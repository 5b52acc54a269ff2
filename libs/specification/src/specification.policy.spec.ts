import { may, systemActor } from '@platform-pure/tenancy';
import type { OrganizationId } from '@platform-pure/tenancy';
import { SpecificationActs } from './specification.policy.js';

const system = systemActor('0190c0de-0000-7000-8000-000000000001' as OrganizationId);
const allowed = (role: string): string[] =>
  Object.values(SpecificationActs).filter((act) => may({ ...system, via: 'session', roles: [role] }, act)).map((act) => act.verb);

describe('a specification', () => {
  it.each([
    ['requester', ['read', 'print', 'ask_print', 'draft', 'change', 'submit', 'revise']],
    ['procurement', ['read', 'print', 'ask_print', 'draft', 'change', 'submit', 'revise']],
    ['spec_approver', ['read', 'print', 'ask_print', 'send_back', 'approve']],
    ['tenant_admin', ['read', 'print']],
    ['supplier_contact', ['read', 'print']],
  ])('lets a member with the role %s do %j', (role, verbs) => expect(allowed(role)).toEqual(verbs));

  it('is approved with a second factor, and nothing else here needs one', () => {
    expect(Object.values(SpecificationActs).filter((act) => act.stepUp).map((act) => act.verb)).toEqual(['approve']);
  });
});
