/** domain.md §3.1. The order is the order in lists. */
export const ROLES = [
  'requester', 'procurement', 'spec_approver', 'supplier_contact', 'supplier_respondent', 'supplier_signer', 'supplier_psirt',
  'external_expert', 'receiver', 'inspector', 'confirmer', 'approver', 'risk_owner', 'auditor', 'tenant_admin',
] as const;
export type Role = (typeof ROLES)[number];

/** As printed; the messages `organization.roles.<role>` say the same (a spec compares them). */
export const ROLE_LABELS: Readonly<Record<Role, { readonly ja: string; readonly en: string }>> = {
  requester: { ja: '要求部門', en: 'Requester' },
  procurement: { ja: '調達部門', en: 'Procurement' },
  spec_approver: { ja: '仕様承認者', en: 'Specification approver' },
  supplier_contact: { ja: '営業窓口', en: 'Supplier contact' },
  supplier_respondent: { ja: '回答者', en: 'Respondent' },
  supplier_signer: { ja: '回答責任者', en: 'Responsible signer' },
  supplier_psirt: { ja: 'PSIRT担当', en: 'PSIRT' },
  external_expert: { ja: '専門家', en: 'External expert' },
  receiver: { ja: '受領担当', en: 'Receiver' },
  inspector: { ja: '検査者', en: 'Inspector' },
  confirmer: { ja: '確認者', en: 'Confirmer' },
  approver: { ja: '承認者', en: 'Approver' },
  risk_owner: { ja: 'リスク責任者', en: 'Risk owner' },
  auditor: { ja: '監査員', en: 'Auditor' },
  tenant_admin: { ja: '管理者', en: 'Administrator' },
};

/** Who puts a name under something: known by employee number, because rules compare persons, not accounts (domain.md §3.4 rule 10). */
export const SIGN_OFF_ROLES = ['supplier_signer', 'spec_approver', 'inspector', 'confirmer', 'approver', 'risk_owner'] as const satisfies readonly Role[];

/** Who decides about somebody else's work. */
export const JUDGING_ROLES = ['spec_approver', 'inspector', 'confirmer', 'approver', 'risk_owner'] as const satisfies readonly Role[];

export const isRole = (value: string): value is Role => (ROLES as readonly string[]).includes(value);
export const isSignOff = (role: string): boolean => (SIGN_OFF_ROLES as readonly string[]).includes(role);

export type RoleProblem = 'roles_empty' | 'role_unknown' | 'admin_cannot_judge' | 'auditor_stands_alone' | 'person_key_needed';

/**
 * Why a person may not hold these roles together, or null (domain.md §3.4 rules 6, 7, 10). Administrators may sign for a supplier only when that
 * role is given to them by name: in a small factory they are one person. They never judge.
 */
export function roleProblem(roles: readonly string[], personKey: string | null): RoleProblem | null {
  if (roles.length === 0) return 'roles_empty';
  if (!roles.every(isRole)) return 'role_unknown';
  if (roles.includes('tenant_admin') && JUDGING_ROLES.some((role) => roles.includes(role))) return 'admin_cannot_judge';
  if (roles.includes('auditor') && roles.length > 1) return 'auditor_stands_alone';
  return !personKey && roles.some(isSignOff) ? 'person_key_needed' : null;
}

/** True when a person would hand a sign-off role to themselves: somebody else has to. */
export function takesSignOffForOneself(before: readonly string[], after: readonly string[]): boolean {
  return after.some((role) => isSignOff(role) && !before.includes(role));
}
