import { may, systemActor } from '@platform-pure/tenancy';
import type { OrganizationId } from '@platform-pure/tenancy';
import { EvidenceActs } from './evidence.policy.js';

const as = (role: string) => ({ ...systemActor('00000000-0000-7000-8000-000000000001' as OrganizationId), via: 'session' as const, roles: [role] });

describe('evidence', () => {
  it.each(['supplier_respondent', 'supplier_signer', 'inspector'])('may be uploaded by %s', (role) => expect(may(as(role), EvidenceActs.upload)).toBe(true));
  it.each(['auditor', 'tenant_admin', 'approver'])('cannot be uploaded by %s, who judges or watches', (role) => expect(may(as(role), EvidenceActs.upload)).toBe(false));
});
