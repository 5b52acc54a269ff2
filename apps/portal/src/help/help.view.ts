import type { Role } from '@libs/organization';
import { ROLES, isRole } from '@pure/organization';

/** Where each step of a role's day is done; the words are the messages `portal_help.<role>.step.<n>` and `.note.<n>`. */
const TOPICS: Readonly<Record<Role, { readonly steps: readonly (string | null)[]; readonly notes: number }>> = {
  procurement: { steps: ['/suppliers/import', '/specifications/new', '/requests/new', '/requests', '/requests', '/orders/import'], notes: 2 },
  requester: { steps: ['/catalogs', '/specifications/new', '/requests'], notes: 1 },
  spec_approver: { steps: ['/', '/specifications', null], notes: 1 },
  receiver: { steps: ['/deliveries', '/deliveries/new'], notes: 1 },
  inspector: { steps: ['/inspections', null, null, null], notes: 1 },
  confirmer: { steps: ['/inspections', null], notes: 1 },
  approver: { steps: ['/inspections', null, '/certificates'], notes: 1 },
  risk_owner: { steps: ['/suppliers', '/inspections'], notes: 0 },
  auditor: { steps: ['/requests', '/certificates'], notes: 1 },
  tenant_admin: { steps: ['/organization', '/organization/members', '/organization/members'], notes: 1 },
  supplier_contact: { steps: ['/questionnaires', null, '/deliveries/announce', '/certificates'], notes: 1 },
  supplier_respondent: { steps: ['/questionnaires', null, null], notes: 2 },
  supplier_signer: { steps: ['/', null], notes: 1 },
  supplier_psirt: { steps: ['/questionnaires'], notes: 0 },
  external_expert: { steps: ['/questionnaires'], notes: 0 },
};

export interface HelpTopic { readonly role: Role; readonly steps: readonly { readonly key: string; readonly href: string | null }[]; readonly notes: readonly string[] }
export interface HelpView { readonly mine: readonly Role[]; readonly others: readonly Role[] }

/** One's own roles first. */
export function helpView(roles: readonly string[]): HelpView {
  return { mine: ROLES.filter((role) => roles.includes(role)), others: ROLES.filter((role) => !roles.includes(role)) };
}

/** The page of one role, for a person with `mine`: the links are for those who have that role. Undefined for what is no role. */
export function helpTopic(role: string, mine: readonly string[]): HelpTopic | undefined {
  if (!isRole(role)) return undefined;
  const { steps, notes } = TOPICS[role];
  return {
    role, steps: steps.map((href, index) => ({ key: `portal_help.${role}.step.${index + 1}`, href: mine.includes(role) ? href : null })),
    notes: Array.from({ length: notes }, (_, index) => `portal_help.${role}.note.${index + 1}`),
  };
}
