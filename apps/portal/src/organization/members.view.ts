import type { MemberRow, WaitingInvitation } from '@libs/organization';
import { ROLES, ROLE_LABELS } from '@pure/organization';
import type { Role } from '@pure/organization';
import { code, day, fact, link, status, table, words } from '../web/cells.view.js';
import type { Cell, FactView, TableView } from '../web/cells.view.js';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { ListQuery } from '../web/list-query.rules.js';
import { listView } from '../web/list.view.js';
import type { ListView } from '../web/list.view.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';
import { roleGroups } from './role-choices.rules.js';

export const rolesInWords = (roles: readonly Role[]): { ja: string; en: string } => ({
  ja: roles.map((role) => ROLE_LABELS[role].ja).join('、'), en: roles.map((role) => ROLE_LABELS[role].en).join(', ') });
const COLUMNS = ['organization.member.display_name', 'organization.member.department', 'organization.member.person_key', 'organization.member.roles', 'organization.member.joined_at', 'common.field.status'];
const standing = (member: MemberRow): Cell => status(member.leftAt ? { tone: 'none', key: 'portal_organization.left' } : { tone: 'done', key: 'portal_organization.present' });

export function membersTable(members: readonly MemberRow[], limit?: number): TableView {
  const rows = members.map((member) => [
    link(member.displayName, `/organization/members/${member.id}`, member.email), words(member.department, member.title), member.personKey ? code(member.personKey) : words(''),
    words(rolesInWords(member.roles)), day(member.joinedAt.toISOString()), standing(member)]);
  return table('organization.member.title', COLUMNS, rows, 'portal_organization.nobody_found', limit);
}

export function membersList(members: readonly MemberRow[], total: number, query: ListQuery): ListView {
  return listView({
    path: '/organization/members', query, total, table: membersTable(members), searchHint: 'portal_organization.members_hint', sorts: ['name', 'department', 'person_key', null, 'joined', null],
    filters: [
      { name: 'role', label: 'organization.member.roles', choices: ROLES.map((role) => ({ value: role, label: `organization.roles.${role}` })) },
      { name: 'state', label: 'common.field.status', choices: (['present', 'left'] as const).map((value) => ({ value, label: `portal_organization.${value}` })) },
    ],
  });
}

export interface InvitationLine { readonly id: string; readonly name: string; readonly email: string; readonly roles: { readonly ja: string; readonly en: string }; readonly invitedAt: Date; readonly state: { readonly tone: string; readonly key: string }; readonly expiresAt: Date | null }

export function invitationLines(invitations: readonly WaitingInvitation[], now: Date): readonly InvitationLine[] {
  return invitations.map(({ id, displayName: name, email, roles, invitedAt, linkExpiresAt: expiresAt }) => {
    const over = expiresAt !== null && expiresAt.getTime() <= now.getTime();
    const state = expiresAt === null ? { tone: 'wait', key: 'portal_organization.invitation_sending' } : { tone: over ? 'late' : 'wait', key: `portal_organization.invitation_${over ? 'expired' : 'open'}` };
    return { id, name, email, roles: rolesInWords(roles), invitedAt, state, expiresAt };
  });
}

export interface RoleChoicesView { readonly groups: readonly { readonly title: TextRef; readonly roles: readonly { readonly value: Role; readonly name: TextRef; readonly what: TextRef }[] }[]; readonly own: boolean }

export function roleChoices(own: readonly Role[] | null): RoleChoicesView {
  return {
    own: own !== null,
    groups: roleGroups(own).map(({ name, roles }) => ({
      title: text(`portal_organization.group.${name}`), roles: roles.map((value) => ({ value, name: text(`organization.roles.${value}`), what: text(`portal_organization.role.${value}`) })) })),
  };
}

export interface InviteView { readonly form: FormView; readonly choices: RoleChoicesView; readonly languages: readonly { readonly value: string; readonly label: TextRef }[] }

export function inviteView(typed: object, problems?: readonly Problem[]): InviteView {
  return {
    form: formView(['email', 'displayName', 'department', 'title', 'personKey', 'language', 'roles'], typed, problems), choices: roleChoices(null),
    languages: (['ja', 'en'] as const).map((value) => ({ value, label: text(`common.nav.language_${value}`) })),
  };
}

export interface MemberView {
  readonly id: string;
  readonly name: string;
  readonly facts: readonly FactView[];
  readonly details: FormView | null;
  readonly roles: FormView | null;
  readonly choices: RoleChoicesView;
  readonly keyFixed: boolean;
}

export interface MemberRefusal { readonly form: 'details' | 'roles'; readonly typed: object; readonly problems: readonly Problem[] }

/** `mayChange`: an administrator, and the member has not left. */
export function memberView(member: MemberRow, mayChange: boolean, own: boolean, refused?: MemberRefusal): MemberView {
  const { displayName, department, title, personKey, roles } = member;
  const of = (form: MemberRefusal['form'], now: object): [object, readonly Problem[]] => refused?.form === form ? [refused.typed, refused.problems] : [now, []];
  return {
    id: member.id, name: displayName, facts: factsOf(member), choices: roleChoices(own ? roles : null), keyFixed: personKey !== null,
    details: mayChange ? formView(['displayName', 'department', 'title'], ...of('details', { displayName, department: department ?? '', title: title ?? '' })) : null,
    roles: mayChange ? formView(['roles', 'personKey'], ...of('roles', { roles, personKey: personKey ?? '' })) : null,
  };
}

function factsOf(member: MemberRow): FactView[] {
  const facts = [
    fact('organization.member.email', words(member.email)), fact('organization.member.department', words(member.department ?? '–', member.title)),
    fact('organization.member.person_key', words(member.personKey ?? '–')), fact('organization.member.roles', words(rolesInWords(member.roles))),
    fact('organization.member.joined_at', day(member.joinedAt.toISOString())), fact('common.field.status', standing(member)),
  ];
  return member.leftAt ? [...facts, fact('organization.member.left_at', day(member.leftAt.toISOString()))] : facts;
}
