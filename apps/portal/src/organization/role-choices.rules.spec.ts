import { ROLES } from '@pure/organization';
import { roleGroups } from './role-choices.rules.js';

describe('the roles to choose from', () => {
  it('are all there are, each once', () => expect(roleGroups(null).flatMap(({ roles }) => roles).sort()).toEqual([...ROLES].sort()));
  it('leave out what nobody may give himself, and keep what he holds', () => {
    expect(roleGroups(['tenant_admin', 'supplier_signer']).flatMap(({ roles }) => roles)).toEqual(expect.arrayContaining(['supplier_signer', 'procurement', 'tenant_admin']));
    expect(roleGroups(['tenant_admin']).flatMap(({ roles }) => roles)).not.toEqual(expect.arrayContaining(['approver']));
  });
});
