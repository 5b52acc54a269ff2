import { may, systemActor } from '@platform-pure/tenancy';
import type { OrganizationId } from '@platform-pure/tenancy';
import { RequestActs, speaksFor } from './request.policy.js';

const system = systemActor('0190c0de-0000-7000-8000-000000000001' as OrganizationId);
const allowed = (role: string): string[] =>
  Object.values(RequestActs).filter((act) => may({ ...system, via: 'session', roles: [role] }, act)).map((act) => act.verb);

describe('a request', () => {
  it.each([
    ['procurement', ['read', 'send', 'extend', 'withdraw', 'correct_facts', 'remind', 'add_recipient', 'record_bounce', 'settle_bounce', 'switch_reminders', 'talk']],
    ['requester', ['read', 'correct_facts', 'remind', 'record_bounce', 'settle_bounce', 'talk']],
    ['supplier_contact', ['read', 'acknowledge', 'correct_facts', 'accept_invitation', 'talk']],
    ['supplier_respondent', ['read', 'acknowledge', 'correct_facts', 'talk']],
    ['supplier_signer', ['read', 'acknowledge', 'correct_facts', 'talk']],
    ['tenant_admin', ['read', 'accept_invitation', 'switch_reminders']],
    ['inspector', ['read']],
  ])('lets a member with the role %s do %j', (role, verbs) => expect(allowed(role)).toEqual(verbs));

  it('is linked by the product only', () => {
    expect(may(system, RequestActs.link)).toBe(true);
    expect(may({ ...system, via: 'session', roles: ['procurement'] }, RequestActs.link)).toBe(false);
  });

  it('is spoken for by the roles of each side', () => {
    expect(speaksFor(['requester'])).toEqual({ buyer: true, supplier: false });
    expect(speaksFor(['supplier_signer'])).toEqual({ buyer: false, supplier: true });
    expect(speaksFor(['procurement', 'supplier_contact'])).toEqual({ buyer: true, supplier: true });
    expect(speaksFor(['auditor'])).toEqual({ buyer: false, supplier: false });
  });
});
