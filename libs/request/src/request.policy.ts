import { acts } from '@platform-pure/tenancy';

const BUYER_SIDE = ['requester', 'procurement'] as const;
const SUPPLIER_SIDE = ['supplier_contact', 'supplier_respondent', 'supplier_signer'] as const;

export const RequestActs = acts('request', {
  read: ['anyone'],
  send: ['procurement'],
  extend: ['procurement'],
  withdraw: ['procurement'],
  acknowledge: SUPPLIER_SIDE,
  correct_facts: [...BUYER_SIDE, ...SUPPLIER_SIDE],
  /** In the organisation that joins; `system` stands for the person who founds one with the invitation. */
  accept_invitation: ['tenant_admin', 'supplier_contact', 'system'],
  link: ['system'],
  notify: ['system'],
});

/** Which of the two sides these roles may speak for; in a request to an own factory one person may speak for both. */
export function speaksFor(roles: readonly string[]): { readonly buyer: boolean; readonly supplier: boolean } {
  return { buyer: BUYER_SIDE.some((role) => roles.includes(role)), supplier: SUPPLIER_SIDE.some((role) => roles.includes(role)) };
}
