const BUYER = ['requester', 'procurement', 'spec_approver', 'receiver', 'inspector', 'confirmer', 'approver', 'risk_owner', 'auditor'];
const SUPPLIER = ['supplier_contact', 'supplier_respondent', 'supplier_signer', 'supplier_psirt', 'auditor'];

/** On which side of a request a person works; an auditor reads both, and who only administers reads neither (domain.md §3.1). */
export function sidesOf(roles: readonly string[]): { readonly buyer: boolean; readonly supplier: boolean } {
  return { buyer: BUYER.some((role) => roles.includes(role)), supplier: SUPPLIER.some((role) => roles.includes(role)) };
}

export const holds = (roles: readonly string[], ...wanted: readonly string[]): boolean => wanted.some((role) => roles.includes(role));
