import {
  AddSite, ChangeMember, ChangeProfile, ChangeRoles, ChangeSignOffPolicy, ChangeSite, DISCLOSURE_CLASSES, InviteMember, MEMBER_SORTS, MemberInvitations, Members, MembersList, OrganizationActs, Organizations, ROLES, RemoveMember, ResendInvitation,
  Sites, WithdrawInvitation,
} from '@libs/organization';
import type { ChangeProfileInput } from '@libs/organization';
import { AccessTokenActs, AccessTokens, RevokeAccessToken, TOKEN_SCOPES } from '@platform/identity';
import { notFound } from '@platform-pure/errors';
import type { MemberId, OrganizationId } from '@platform/tenancy';
import { listing, query, verb, windowed } from '../web/operation.js';
import type { Operation } from '../web/operation.js';
import type { Fields, Schema } from '../web/schema.js';
import { day, flag, id, instant, integer, list, named, nullable, object, oneOf, optional, text } from '../web/schema.js';
import { made, pattern, toMade } from './common.js';

const language = oneOf(['ja', 'en']);
const roles = list(oneOf(ROLES), ROLES.length);
const signOffPolicy = object({ threePersons: flag() });
const profile = {
  name: text(), nameEn: nullable(text()), corporateNumber: nullable(text(20)), address: text(), timeZone: text(60), defaultLanguage: language,
  certificatePrefix: nullable(text(20)), disclosureClass: oneOf(DISCLOSURE_CLASSES), retentionYears: integer(2, 100),
};
const siteInput = { name: text(), nameEn: optional(nullable(text())), address: text() };
const organization = named('Organization', object({ id: id(), ...profile, signOffPolicy, createdAt: instant(), version: integer() }));
const partner = named('Partner', object({ id: id(), name: text(), nameEn: nullable(text()), corporateNumber: nullable(text(20)), address: text() }));
const site = named('Site', object({ id: id(), name: text(), nameEn: nullable(text()), address: text() }));
const person = { email: text(254), displayName: text(), department: nullable(text()), title: nullable(text()), personKey: nullable(text(100)), roles, language };
const member = named('Member', object({ id: id<MemberId>(), ...person, joinedAt: instant(), leftAt: nullable(instant()) }));
const invitation = named('MemberInvitation', object({ id: id(), ...person, invitedBy: id(), invitedAt: instant() }));
const token = named('AccessToken', object({
  id: id(), memberId: id(), name: text(100), scopes: list(oneOf(TOKEN_SCOPES)), createdAt: instant(), expiresAt: instant(), lastUsedOn: nullable(day()),
}));
const changes: Fields = Object.fromEntries(Object.entries<Schema>(profile).map(([name, schema]) => [name, optional(schema)]));

export const organizationOperations: readonly Operation[] = [
  query('getOrganization', 'get /organization', OrganizationActs.read, 'The organisation the token works for', {
    covers: ['Organizations.own'], versioned: true, answer: organization, read: ({ get, tx }) => get(Organizations).own(tx) }),
  verb(ChangeProfile, 'patch /organization', OrganizationActs.change_profile, 'Changes what the organisation says of itself')({
    versioned: true, body: object(changes, 'What is left out stays.') as Schema<Omit<ChangeProfileInput, 'version'>>, args: ({ body, version }) => [{ ...body, version }] }),
  verb(ChangeSignOffPolicy, 'put /organization/sign-off-policy', OrganizationActs.change_sign_off_policy, 'Says how many people sign an inspection')({
    body: signOffPolicy, args: ({ body }) => [body] }),
  query('getPartner', 'get /organization/partners/{organizationId}', OrganizationActs.read, 'Another organisation that has given its name to this one', {
    covers: ['Organizations.named'], answer: partner,
    read: async ({ get, tx }, { path }) => {
      const found = await get(Organizations).named(tx, path.organizationId as OrganizationId);
      if (!found) throw notFound('organization');
      return found;
    } }),
  listing('listSites', 'get /organization/sites', OrganizationActs.read, 'Own sites and factories', { covers: ['Sites.list', 'Sites.byId'], answer: site, read: ({ get, tx }) => get(Sites).list(tx) }),
  verb(ChangeSite, 'put /organization/sites/{siteId}', OrganizationActs.change_site, 'Changes a site')({
    body: object(siteInput), args: ({ path, body }) => [{ siteId: path.siteId, ...body }] }),
  verb(AddSite, 'post /organization/sites', OrganizationActs.add_site, 'Adds a site')({
    body: object(siteInput), args: ({ body }) => [body], answer: made, to: toMade }),
  windowed('listMembers', 'get /organization/members', OrganizationActs.read, 'Who belongs to the organisation, and who did', {
    covers: ['MembersList.page', 'MembersList.count', 'Members.list', 'Members.byId', 'Members.withRole'], answer: member,
    query: { q: optional(text(100)), role: optional(oneOf(ROLES)), state: optional(oneOf(['present', 'left'])), sort: optional(oneOf(MEMBER_SORTS)), descending: optional(flag()) },
    read: async ({ get, tx }, { query: { q, role = null, state = null, sort = null, descending = false }, window }) => {
      const asked = { pattern: pattern(q) ?? '%', role, state, sort, descending, ...window };
      return { lines: await get(MembersList).page(tx, asked), total: await get(MembersList).count(tx, asked) };
    } }),
  query('getSoleRoles', 'get /organization/members/{memberId}/sole-roles', OrganizationActs.remove_member, 'Roles that nobody else holds: when this member leaves, nobody can do it any more', {
    covers: ['MembersList.onlyHolder'], answer: object({ roles }), read: async ({ get, tx }, { path }) => {
      const found = await get(Members).byId(tx, path.memberId);
      if (!found) throw notFound('member');
      return { roles: await get(MembersList).onlyHolder(tx, found.id) };
    } }),
  verb(ChangeMember, 'put /organization/members/{memberId}', OrganizationActs.change_member, 'Changes name, department and title of a member')({
    body: object({ displayName: text(), department: optional(nullable(text())), title: optional(nullable(text())) }), args: ({ path, body }) => [{ memberId: path.memberId, ...body }] }),
  verb(ChangeRoles, 'put /organization/members/{memberId}/roles', OrganizationActs.change_roles, 'Gives a member other roles')({
    body: object({ roles, personKey: optional(nullable(text(100))) }), args: ({ path, body }) => [{ ...path, ...body }] }),
  verb(RemoveMember, 'delete /organization/members/{memberId}', OrganizationActs.remove_member, 'A member leaves: out at once, the name stays under what was signed')({
    args: ({ path }) => [path.memberId] }),
  listing('listInvitations', 'get /organization/invitations', OrganizationActs.read, 'Invitations nobody has accepted or withdrawn yet', {
    covers: ['MemberInvitations.open', 'MemberInvitations.byId', 'MemberInvitations.waiting'], answer: invitation, read: ({ get, tx }) => get(MemberInvitations).open(tx) }),
  verb(InviteMember, 'post /organization/invitations', OrganizationActs.invite_member, 'Invites somebody by mail')({
    body: object({
      email: text(254), displayName: text(), department: optional(nullable(text())), title: optional(nullable(text())), personKey: optional(nullable(text(100))), roles, language: optional(language),
    }), args: ({ body }) => [body], answer: made, to: toMade }),
  verb(ResendInvitation, 'post /organization/invitations/{invitationId}/resend', OrganizationActs.resend_invitation, 'Sends the invitation once more')({ args: ({ path }) => [path.invitationId] }),
  verb(WithdrawInvitation, 'delete /organization/invitations/{invitationId}', OrganizationActs.withdraw_invitation, 'Takes an invitation back')({ args: ({ path }) => [path.invitationId] }),
  listing('listAccessTokens', 'get /tokens', AccessTokenActs.read, 'Own access tokens that still count; the tokens themselves are never told again', {
    covers: ['AccessTokens.live', 'AccessTokens.byId'], answer: token, read: ({ get, tx, actor }) => get(AccessTokens).live(tx, tx.organizationId, actor.memberId) }),
  listing('listAccessTokensOfMembers', 'get /tokens/of-members', AccessTokenActs.read_of_members, 'Access tokens of everybody in the organisation, for its administrator', {
    covers: ['AccessTokens.live'], answer: token, read: ({ get, tx }) => get(AccessTokens).live(tx, tx.organizationId) }),
  verb(RevokeAccessToken, 'delete /tokens/{tokenId}', AccessTokenActs.revoke, 'Ends an access token at once, also the one that calls')({ args: ({ path }) => [path.tokenId] }),
];
