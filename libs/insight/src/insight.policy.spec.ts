import { may, systemActor } from '@platform-pure/tenancy';
import type { OrganizationId } from '@platform-pure/tenancy';
import { InsightActs } from './insight.policy.js';

const member = { ...systemActor('o' as OrganizationId), via: 'session' as const };

describe('the home page', () => {
  it('is for every member, also one without a role, and not for the product itself', () => {
    expect(may({ ...member, roles: [] }, InsightActs.home)).toBe(true);
    expect(may(systemActor('o' as OrganizationId), InsightActs.home)).toBe(false);
  });
});
