import { acts } from '@platform-pure/tenancy';

/** An administrator keeps the house; nothing here lets him judge or sign (domain.md §3.4 rule 6). */
export const OrganizationActs = acts('organization', {
  read: ['anyone'],
  change_profile: ['tenant_admin'],
  add_site: ['tenant_admin', 'procurement'],
  change_site: ['tenant_admin', 'procurement'],
  change_sign_off_policy: ['tenant_admin'],
  invite_member: ['tenant_admin'],
  resend_invitation: ['tenant_admin'],
  withdraw_invitation: ['tenant_admin'],
  change_member: ['tenant_admin'],
  change_roles: ['tenant_admin'],
  remove_member: ['tenant_admin'],
  create: ['system'],
  accept_invitation: ['system'],
  send_invitation: ['system'],
});
