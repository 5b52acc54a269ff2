import type { MemberRow, WaitingInvitation } from '@libs/organization';
import { invitationLines, memberView, membersTable, roleChoices } from './members.view.js';

const now = new Date('2026-11-20T00:00:00Z');
const member = (given: Partial<MemberRow> = {}): MemberRow => ({
  id: 'm1', displayName: '髙﨑 恵子', email: 'a@b.example', department: '調達部', title: null, personKey: 'E-1', roles: ['procurement', 'tenant_admin'], language: 'ja', joinedAt: now, leftAt: null, ...given,
} as unknown as MemberRow);
const invitation = (linkExpiresAt: Date | null): WaitingInvitation => ({ id: 'i', displayName: '新', email: 'n@b.example', roles: ['receiver'], invitedAt: now, linkExpiresAt } as unknown as WaitingInvitation);

describe('members', () => {
  it('are listed with their roles in words of both languages', () => {
    const [row] = membersTable([member()]).rows;
    expect(row.cells[3].cell).toMatchObject({ text: { ja: '調達部門、管理者', en: 'Procurement, Administrator' } });
  });
  it('who left have no forms', () => {
    const view = memberView(member({ leftAt: now }), false, false);
    expect([view.details, view.roles, view.facts.length]).toEqual([null, null, 7]);
  });
  it('are not offered a sign-off role for themselves', () => {
    const offered = (own: boolean): string[] => memberView(member(), true, own).choices.groups.flatMap(({ roles }) => roles.map(({ value }) => value));
    expect([offered(false).includes('approver'), offered(true).includes('approver')]).toEqual([true, false]);
    expect(roleChoices(null).groups).toHaveLength(4);
  });
  it('keep in the refused form what was typed, and in the other one what is', () => {
    const view = memberView(member(), true, false, { form: 'roles', typed: { roles: ['auditor'], personKey: '' }, problems: [] });
    expect([view.roles?.fields.roles.values, view.details?.fields.displayName.value]).toEqual([['auditor'], '髙﨑 恵子']);
  });
});

describe('an open invitation', () => {
  it('is on its way, open or run out', () =>
    expect(invitationLines([invitation(null), invitation(new Date('2026-11-21T00:00:00Z')), invitation(now)], now).map(({ state }) => state.key))
      .toEqual(['portal_organization.invitation_sending', 'portal_organization.invitation_open', 'portal_organization.invitation_expired']));
});
