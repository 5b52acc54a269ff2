import { isSignOff } from '@pure/organization';
import type { Role } from '@pure/organization';

export interface RoleGroup { readonly name: string; readonly roles: readonly Role[] }

/** In the order of the work, so that a person finds a role by what it does. */
const GROUPS: readonly RoleGroup[] = [
  { name: 'buyer', roles: ['requester', 'procurement', 'spec_approver', 'risk_owner'] },
  { name: 'dock', roles: ['receiver', 'inspector', 'confirmer', 'approver'] },
  { name: 'supplier', roles: ['supplier_contact', 'supplier_respondent', 'supplier_signer', 'supplier_psirt'] },
  { name: 'house', roles: ['external_expert', 'auditor', 'tenant_admin'] },
];

/** Nobody hands a sign-off role to himself: what one does not hold already is not offered there. */
export function roleGroups(own: readonly Role[] | null): readonly RoleGroup[] {
  if (own === null) return GROUPS;
  return GROUPS.map(({ name, roles }) => ({ name, roles: roles.filter((role) => !isSignOff(role) || own.includes(role)) })).filter(({ roles }) => roles.length > 0);
}
