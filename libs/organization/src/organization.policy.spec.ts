import { may, systemActor } from '@platform-pure/tenancy';
import type { Actor, OrganizationId } from '@platform-pure/tenancy';
import { OrganizationActs } from './organization.policy.js';
import { ROLES } from './roles.rules.js';

const system = systemActor('00000000-0000-7000-8000-000000000001' as OrganizationId);
const member = (role: string): Actor => ({ ...system, via: 'session', roles: [role] });

const ALLOWED: Record<keyof typeof OrganizationActs, readonly string[]> = {
  read: ROLES,
  change_profile: ['tenant_admin'],
  add_site: ['procurement', 'tenant_admin'],
  change_site: ['procurement', 'tenant_admin'],
  change_sign_off_policy: ['tenant_admin'],
  invite_member: ['tenant_admin'],
  resend_invitation: ['tenant_admin'],
  withdraw_invitation: ['tenant_admin'],
  change_member: ['tenant_admin'],
  change_roles: ['tenant_admin'],
  remove_member: ['tenant_admin'],
  create: [],
  accept_invitation: [],
  send_invitation: [],
};

describe('who may do what in an organisation', () => {
  it.each(Object.entries(OrganizationActs))('%s', (verb, act) => {
    expect(ROLES.filter((role) => may(member(role), act))).toEqual(ALLOWED[verb as keyof typeof OrganizationActs]);
    expect(may(system, act)).toBe(['create', 'accept_invitation', 'send_invitation'].includes(verb));
  });
});
