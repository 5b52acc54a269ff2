import { authorize, may, systemActor } from '@platform-pure/tenancy';
import type { OrganizationId } from '@platform-pure/tenancy';
import { ReviewActs } from './review.policy.js';

const as = (role: string) => ({ ...systemActor('00000000-0000-7000-8000-000000000001' as OrganizationId), via: 'session' as const, roles: [role] });
const allowed = (role: string): string[] => Object.values(ReviewActs).filter((act) => may(as(role), act)).map((act) => act.verb);

it.each([
  ['procurement', ['read', 'note', 'return', 'agree', 'register_proxy']],
  ['requester', ['read', 'note', 'return', 'agree']],
  ['inspector', ['read', 'note']],
  ['supplier_respondent', ['read', 'reply']],
  ['supplier_signer', ['read', 'reply']],
  ['tenant_admin', ['read']],
  ['auditor', ['read']],
])('%s may: %j', (role, verbs) => expect(allowed(role)).toEqual(verbs));

it('agreeing needs a second factor', () =>
  expect(() => authorize(as('procurement'), ReviewActs.agree, new Date())).toThrow('identity.step_up_required'));
