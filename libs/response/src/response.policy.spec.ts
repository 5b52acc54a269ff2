import { may, systemActor } from '@platform-pure/tenancy';
import type { OrganizationId } from '@platform-pure/tenancy';
import { ResponseActs } from './response.policy.js';

const as = (role: string) => ({ ...systemActor('00000000-0000-7000-8000-000000000001' as OrganizationId), via: 'session' as const, roles: [role] });
const allowed = (role: string): string[] => Object.values(ResponseActs).filter((act) => may(as(role), act)).map((act) => act.verb);

it.each([
  ['supplier_respondent', ['read', 'start', 'answer', 'import', 'attach', 'detach', 'assign', 'withdraw_assignment', 'submit']],
  ['supplier_signer', ['read', 'start', 'answer', 'import', 'attach', 'detach', 'assign', 'withdraw_assignment', 'submit']],
  ['external_expert', ['read', 'answer', 'import', 'attach', 'detach']],
  ['procurement', ['read']],
  ['tenant_admin', ['read']],
  ['auditor', ['read']],
])('%s may: %j', (role, verbs) => expect(allowed(role)).toEqual(verbs));
