const BUYER = ['requester', 'procurement', 'spec_approver', 'receiver', 'inspector', 'confirmer', 'approver', 'risk_owner', 'auditor'];
const SUPPLIER = ['supplier_contact', 'supplier_respondent', 'supplier_signer', 'supplier_psirt', 'auditor'];

/** On which side of a request a person works; an auditor reads both, and who only administers reads neither (domain.md §3.1). */
export function sidesOf(roles: readonly string[]): { readonly buyer: boolean; readonly supplier: boolean } {
  return { buyer: BUYER.some((role) => roles.includes(role)), supplier: SUPPLIER.some((role) => roles.includes(role)) };
}

/** Which lists of the buyer's side concern these roles: somebody at the dock is not troubled with unanswered requests. */
export function concerns(roles: readonly string[]): { readonly requests: boolean; readonly deliveries: boolean; readonly inspections: boolean } {
  return {
    requests: holds(roles, 'procurement', 'requester', 'risk_owner', 'auditor'),
    deliveries: holds(roles, 'procurement', 'receiver', 'auditor'),
    inspections: holds(roles, 'procurement', 'receiver', 'inspector', 'confirmer', 'approver', 'risk_owner', 'auditor'),
  };
}

export const holds = (roles: readonly string[], ...wanted: readonly string[]): boolean => wanted.some((role) => roles.includes(role));
