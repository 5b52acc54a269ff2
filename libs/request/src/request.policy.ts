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
  /** `system`: the reminders that go out by themselves. */
  remind: [...BUYER_SIDE, 'system'],
  /** `system`: the one who was invited asks for a link to another address of theirs. */
  add_recipient: ['procurement', 'system'],
  /** `system`: the mail server refused an address. */
  record_bounce: [...BUYER_SIDE, 'system'],
  settle_bounce: BUYER_SIDE,
  switch_reminders: ['procurement', 'tenant_admin'],
  talk: [...BUYER_SIDE, ...SUPPLIER_SIDE],
});

/** Which of the two sides these roles may speak for; in a request to an own factory one person may speak for both. */
export function speaksFor(roles: readonly string[]): { readonly buyer: boolean; readonly supplier: boolean } {
  return { buyer: BUYER_SIDE.some((role) => roles.includes(role)), supplier: SUPPLIER_SIDE.some((role) => roles.includes(role)) };
}
