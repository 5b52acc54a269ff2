import { acts } from '@platform-pure/tenancy';

/** Everybody makes and ends their own; an administrator sees and ends those of the organisation's members. */
export const AccessTokenActs = acts('access_token', {
  read: ['anyone'],
  issue: ['anyone'],
  revoke: ['anyone'],
  read_of_members: ['tenant_admin'],
  revoke_of_members: ['tenant_admin'],
});
