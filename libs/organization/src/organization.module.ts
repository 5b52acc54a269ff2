import { Module } from '@nestjs/common';
import { AcceptMemberInvitation } from './accept-member-invitation.js';
import { AddSite } from './add-site.js';
import { ChangeMember } from './change-member.js';
import { ChangeProfile } from './change-profile.js';
import { ChangeRoles } from './change-roles.js';
import { ChangeSite } from './change-site.js';
import { ChangeSignOffPolicy } from './change-sign-off-policy.js';
import { CreateOrganization } from './create-organization.js';
import { DismissMember } from './dismiss-member.js';
import { InvitationDesk } from './invitation-desk.js';
import { InvitationLetters } from './invitation-letters.queries.js';
import { MemberInvitations } from './invitations.queries.js';
import { InviteMember } from './invite-member.js';
import { JoinMember } from './join-member.js';
import { MembersList } from './members-list.queries.js';
import { Members } from './members.queries.js';
import { MembersRepository } from './members.repository.js';
import { Organizations } from './organizations.queries.js';
import { OrganizationsRepository } from './organizations.repository.js';
import { Presence } from './presence.queries.js';
import { RemoveMember } from './remove-member.js';
import { ResendInvitation } from './resend-invitation.js';
import { SendMemberInvitation } from './send-member-invitation.js';
import { SessionActors } from './session-actors.js';
import { Sites } from './sites.queries.js';
import { TokenActors } from './token-actors.js';
import { WithdrawInvitation } from './withdraw-invitation.js';

const QUERIES = [Organizations, Sites, Members, MembersList, MemberInvitations, InvitationLetters];
const VERBS = [
  CreateOrganization, ChangeProfile, ChangeSignOffPolicy, AddSite, InviteMember, ResendInvitation, WithdrawInvitation, AcceptMemberInvitation,
  ChangeMember, ChangeRoles, ChangeSite, RemoveMember, SessionActors, TokenActors,
];

/** Needs IdentityModule (global). */
@Module({
  providers: [...QUERIES, ...VERBS, Presence, OrganizationsRepository, MembersRepository, JoinMember, DismissMember, InvitationDesk],
  exports: [...QUERIES, ...VERBS],
})
export class OrganizationModule {}

/** Only the worker sends; needs MailModule. */
@Module({ imports: [OrganizationModule], providers: [SendMemberInvitation], exports: [SendMemberInvitation] })
export class OrganizationMailModule {}
