import { may, systemActor } from '@platform-pure/tenancy';
import type { OrganizationId } from '@platform-pure/tenancy';
import { CatalogActs } from './catalog.policy.js';

const system = systemActor('00000000-0000-7000-8000-000000000001' as OrganizationId);

describe('who may read catalogues', () => {
  it('every member, whatever the role', () => expect(may({ ...system, via: 'session', roles: [] }, CatalogActs.read)).toBe(true));
  it('not the system, which has no page to read', () => expect(may(system, CatalogActs.read)).toBe(false));
});
