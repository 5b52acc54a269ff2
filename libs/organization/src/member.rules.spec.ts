import { systemActor } from '@platform-pure/tenancy';
import type { OrganizationId } from '@platform-pure/tenancy';
import { readMember, requirePersonKey, requireRoles } from './member.rules.js';

const given = { email: 'K.Yoshida@example.jp', displayName: ' 𠮷田 健 ', roles: ['requester'] as const };

describe('a member', () => {
  it('is written down in one form', () =>
    expect(readMember({ ...given, department: '  ', personKey: ' E-7 ' })).toEqual({
      email: 'k.yoshida@example.jp', displayName: '𠮷田 健', department: null, title: null, personKey: 'E-7', roles: ['requester'], language: 'ja' }));
  it('holds a role once', () => expect(requireRoles(['receiver', 'receiver'], null)).toEqual(['receiver']));
  it('is told which field keeps it from signing', () =>
    expect(() => readMember({ ...given, roles: ['approver'], personKey: ' ' })).toThrow(expect.objectContaining({
      code: 'organization.person_key_needed', fields: [expect.objectContaining({ field: 'personKey', code: 'organization.person_key_needed' })] })));
  it('names everything that is wrong at once', () =>
    expect(() => readMember({ ...given, displayName: ' ', email: 'x', roles: [] })).toThrow(expect.objectContaining({
      code: 'organization.member_invalid', fields: [expect.objectContaining({ field: 'displayName' }), expect.objectContaining({ field: 'email' }), expect.objectContaining({ field: 'roles' })] })));
  it('needs a name', () => expect(() => readMember({ ...given, displayName: ' ' })).toThrow('organization.display_name_needed'));
  it('without an employee number cannot do what is compared by person', () => {
    const actor = systemActor('00000000-0000-7000-8000-000000000001' as OrganizationId);
    expect(() => requirePersonKey(actor)).toThrow('organization.person_key_needed');
    expect(requirePersonKey({ ...actor, personKey: 'E-7' })).toBe('E-7');
  });
});
