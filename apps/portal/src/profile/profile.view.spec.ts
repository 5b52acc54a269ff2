import type { OrganizationChoice } from '@libs/organization';
import type { IdentityRow, SessionLine } from '@platform/identity';
import { profileView } from './profile.view.js';
import type { ProfileInput } from './profile.view.js';

const at = new Date('2026-11-20T00:00:00Z');
const line = (given: Partial<SessionLine>): SessionLine => ({ key: 'k', organizationId: null, device: { browser: null, system: null }, startedAt: at, lastSeenAt: at, current: false, ...given });
const input = (given: Partial<ProfileInput> = {}): ProfileInput => ({
  identity: { id: 'i', email: 'a@b.example', displayName: '髙﨑', language: 'ja', timeZone: 'Asia/Tokyo' } as unknown as IdentityRow, sessions: [], organizationId: 'o',
  choices: [{ organizationId: 'o', memberId: 'm', name: '東都', nameEn: null }] as unknown as OrganizationChoice[], now: at, ...given });

describe('the profile page', () => {
  it('says of a device what is known of it', () => {
    const { sessions } = profileView(input({ sessions: [line({ device: { browser: 'Edge', system: 'Windows' } }), line({ device: { browser: null, system: 'iPad' } }), line({})] }));
    expect(sessions.map(({ device }) => device.$text)).toEqual(['portal_profile.device', 'portal_profile.device_half', 'portal_profile.device_unknown']);
  });
  it('offers to end the others only when there are others', () => {
    expect(profileView(input({ sessions: [line({ current: true })] })).others).toBe(false);
    expect(profileView(input({ sessions: [line({ current: true }), line({})] })).others).toBe(true);
  });
  it('keeps a zone that is not among the usual ones', () => {
    const zones = profileView(input({ identity: { ...input().identity, timeZone: 'Europe/Prague' } })).zones;
    expect(zones.map(({ value }) => value)).toContain('Europe/Prague');
    expect(zones[0]).toEqual({ value: 'Asia/Tokyo', label: 'Asia/Tokyo (GMT+09:00)' });
  });
  it('fills what was typed into the refused form and into no other, and no password at all', () => {
    const view = profileView(input(), { form: 'password', typed: { newPassword: 'x' }, problems: [{ field: 'newPassword', text: { $text: 't', params: {} } }] });
    expect(view.person.fields.displayName.value).toBe('髙﨑');
    expect([view.password.fields.newPassword.value, view.password.problems.length, view.person.problems.length]).toEqual(['', 1, 0]);
  });
});
