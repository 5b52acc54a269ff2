import { may, systemActor } from '@platform-pure/tenancy';
import type { OrganizationId } from '@platform-pure/tenancy';
import { CertificateActs } from './certificate.policy.js';

const system = systemActor('0190c0de-0000-7000-8000-000000000001' as OrganizationId);
const allowed = (role: string): string[] =>
  Object.values(CertificateActs).filter((act) => may({ ...system, via: 'session', roles: [role] }, act)).map((act) => act.verb);

describe('certificates', () => {
  it('are issued by the product, read by members, taken back by the approver', () => {
    expect(allowed('system')).toEqual(['prepare', 'sign', 'seal', 'issue', 'publish', 'read'].sort((a, b) => Object.keys(CertificateActs).indexOf(a) - Object.keys(CertificateActs).indexOf(b)));
    expect(allowed('approver')).toEqual(['read', 'supersede', 'revoke']);
    for (const role of ['confirmer', 'inspector', 'tenant_admin', 'procurement', 'auditor']) expect(allowed(role)).toEqual(['read']);
  });
  it('are taken back with a second factor only', () => expect([CertificateActs.supersede.stepUp, CertificateActs.revoke.stepUp]).toEqual([true, true]));
});
