import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JUDGING_ROLES, ROLES, ROLE_LABELS, SIGN_OFF_ROLES, roleProblem, takesSignOffForOneself } from './roles.rules.js';

const texts = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(__dirname, '../../../templates/messages', language, 'organization.json'), 'utf8')) as Record<string, string>;

describe('roles', () => {
  it.each(['ja', 'en'] as const)('read the same on paper and on the page (%s)', (language) => {
    const shown = texts(language);
    for (const role of ROLES) expect([role, shown[`roles.${role}`]]).toEqual([role, ROLE_LABELS[role][language]]);
  });
  it.each(SIGN_OFF_ROLES)('%s needs an employee number', (role) => {
    expect(roleProblem([role], null)).toBe('person_key_needed');
    expect(roleProblem([role], 'E-1')).toBeNull();
  });
  it.each(JUDGING_ROLES)('an administrator cannot be %s', (role) => expect(roleProblem(['tenant_admin', role], 'E-1')).toBe('admin_cannot_judge'));
  it('an administrator of a small factory may be named its signer', () => expect(roleProblem(['tenant_admin', 'supplier_signer'], 'E-1')).toBeNull());
  it('an auditor audits and does nothing else', () => {
    expect(roleProblem(['auditor', 'requester'], 'E-1')).toBe('auditor_stands_alone');
    expect(roleProblem(['auditor'], null)).toBeNull();
  });
  it('a member holds at least one role, and only roles that exist', () => {
    expect(roleProblem([], 'E-1')).toBe('roles_empty');
    expect(roleProblem(['system'], 'E-1')).toBe('role_unknown');
  });
  it('nobody hands a sign-off role to himself, but may give one up', () => {
    expect(takesSignOffForOneself(['tenant_admin'], ['tenant_admin', 'supplier_signer'])).toBe(true);
    expect(takesSignOffForOneself(['tenant_admin', 'supplier_signer'], ['tenant_admin'])).toBe(false);
    expect(takesSignOffForOneself(['tenant_admin'], ['tenant_admin', 'procurement'])).toBe(false);
  });
});
