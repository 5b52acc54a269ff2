import type { IdentityId, MemberId } from '@platform-pure/tenancy';
import { addMarks, isAmong, writerOf } from './authorship.rules.js';

const actor = (personKey: string | null, identityId: string | null): Parameters<typeof writerOf>[0] => ({
  memberId: 'm' as MemberId, identityId: identityId as IdentityId | null, personKey, name: '久保田', department: '調達部',
});
const written = writerOf(actor('1024', 'identity-a')).marks;

describe('whether somebody wrote it', () => {
  it('is seen by the employee number behind another account', () => expect(isAmong(writerOf(actor('1024', 'identity-b')), written)).toBe(true));
  it('is seen by the account under another employee number', () => expect(isAmong(writerOf(actor('9999', 'identity-a')), written)).toBe(true));
  it('is denied for another person', () => expect(isAmong(writerOf(actor('2048', 'identity-c')), written)).toBe(false));
  it('is remembered of everybody who changed the draft', () => {
    const both = addMarks(written, writerOf(actor('2048', null)));
    expect(isAmong(writerOf(actor('2048', 'identity-d')), both)).toBe(true);
    expect(addMarks(both, writerOf(actor('2048', null)))).toHaveLength(both.length);
  });
  it('finds nobody among people of whom nothing is known', () => expect(isAmong(writerOf(actor(null, null)), [])).toBe(false));
});
