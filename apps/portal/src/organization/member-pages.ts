import { Injectable } from '@nestjs/common';
import { BusinessDay, Home } from '@libs/insight';
import { MEMBER_SORTS, MemberInvitations, Members, MembersList, OrganizationActs, ROLES } from '@libs/organization';
import type { MemberRow, MemberSort, Role } from '@libs/organization';
import { Clock } from '@platform/clock';
import { notFound } from '@platform-pure/errors';
import { may } from '@platform/tenancy';
import type { Actor, MemberId, TenantTx } from '@platform/tenancy';
import { homeView } from '../home/home.view.js';
import { withoutLinks } from '../web/cells.view.js';
import { likePattern, listQuery, windowOf } from '../web/list-query.rules.js';
import { Page, TableFile } from '../web/page.js';
import { invitationLines, memberView, membersList, membersTable, rolesInWords } from './members.view.js';
import type { MemberRefusal } from './members.view.js';

@Injectable()
export class MemberPages {
  constructor(
    private readonly members: Members, private readonly lists: MembersList, private readonly invitations: MemberInvitations,
    private readonly home: Home, private readonly day: BusinessDay, private readonly clock: Clock,
  ) {}

  async list(tx: TenantTx, asked: Readonly<Record<string, unknown>>): Promise<Page | TableFile> {
    const query = listQuery(asked, { filters: { role: ROLES, state: ['present', 'left'] }, sorts: MEMBER_SORTS });
    const which = { pattern: likePattern(query.search), role: (query.filters.role ?? null) as Role | null, state: (query.filters.state ?? null) as 'present' | 'left' | null };
    const rows = await this.lists.page(tx, { ...which, sort: query.sort as MemberSort | null, descending: query.descending, ...windowOf(query) });
    if (query.format) return new TableFile('members', query.format, membersTable(rows, rows.length));
    const admin = may(tx.actor, OrganizationActs.invite_member);
    const open = admin ? invitationLines(await this.invitations.waiting(tx), this.clock.now()) : [];
    return new Page('organization/members', { list: membersList(rows, await this.lists.count(tx, which), query), invitations: open, admin }, { title: 'organization.member.title' });
  }

  async show(tx: TenantTx, id: string, refused?: MemberRefusal): Promise<Page> {
    const member = await this.member(tx, id);
    const mayChange = may(tx.actor, OrganizationActs.change_roles) && member.leftAt === null;
    return new Page('organization/member', memberView(member, mayChange, member.id === tx.actor.memberId, refused), { title: member.displayName });
  }

  /** Before somebody leaves: what waits for him, and what nobody else could do. */
  async removal(tx: TenantTx, id: string): Promise<Page> {
    const member = await this.member(tx, id);
    if (member.leftAt) throw notFound('member');
    const today = await this.day.today(tx);
    const leaver: Actor = await this.members.actorFor(tx, member.id, 'session', null);
    const { waiting, waitingCount } = homeView(await this.home.of(tx, leaver, today), today);
    const alone = rolesInWords(await this.lists.onlyHolder(tx, member.id));
    const view = { id, name: member.displayName, waiting: withoutLinks(waiting), waitingCount, alone: alone.ja === '' ? null : alone, self: member.id === tx.actor.memberId };
    return new Page('organization/removal', view, { title: 'portal_organization.removal' });
  }

  private async member(tx: TenantTx, id: string): Promise<MemberRow> {
    const member = await this.members.byId(tx, id as MemberId);
    if (!member) throw notFound('member');
    return member;
  }
}
