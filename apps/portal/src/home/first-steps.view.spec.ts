import { systemActor } from '@platform-pure/tenancy';
import type { Actor, OrganizationId } from '@platform-pure/tenancy';
import { firstStepsView } from './first-steps.view.js';

const member = (...roles: string[]): Actor => ({ ...systemActor('00000000-0000-7000-8000-000000000001' as OrganizationId), via: 'session', roles });
const nothing = { colleagues: false, suppliers: false, specification: false };

describe('what to do first', () => {
  it('leads a founder to all three steps, and past what is done', () => {
    expect(firstStepsView(nothing, member('tenant_admin', 'procurement'))?.map(({ href }) => href)).toEqual(['/organization/members/invite', '/suppliers', '/specifications/new']);
    expect(firstStepsView({ ...nothing, suppliers: true }, member('tenant_admin', 'procurement'))?.[1]).toMatchObject({ done: true, href: null });
  });
  it('names steps of others without a link', () => expect(firstStepsView(nothing, member('tenant_admin'))?.map(({ href }) => href)).toEqual(['/organization/members/invite', null, null]));
  it('does not trouble who can do none of them, nor an organisation that has begun', () => {
    expect(firstStepsView(nothing, member('inspector'))).toBeNull();
    expect(firstStepsView(null, member('procurement'))).toBeNull();
  });
});
