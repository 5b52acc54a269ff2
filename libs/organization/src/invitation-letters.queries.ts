import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@platform/tenancy';
import { invitationState } from './invitation.states.js';
import { MemberInvitations } from './invitations.queries.js';
import type { MemberInvitationId, MemberInvitationRow } from './invitations.queries.js';
import { Members } from './members.queries.js';
import { Organizations } from './organizations.queries.js';

export interface InvitationLetter {
  readonly invitation: MemberInvitationRow;
  readonly organizationName: string;
  readonly organizationNameEn: string | null;
  readonly timeZone: string;
  readonly inviter: { readonly name: string; readonly email: string };
}

/** What an invitation says: in the mail, and on the page its link opens. */
@Injectable()
export class InvitationLetters {
  constructor(private readonly invitations: MemberInvitations, private readonly members: Members, private readonly organizations: Organizations) {}

  /** Undefined when there is no such invitation or it is no longer open. */
  async open(tx: TenantTx, id: MemberInvitationId): Promise<InvitationLetter | undefined> {
    const invitation = await this.invitations.byId(tx, id);
    if (!invitation || invitationState(invitation) !== 'open') return undefined;
    const organization = await this.organizations.own(tx);
    const inviter = await this.members.byId(tx, invitation.invitedBy);
    return {
      invitation, organizationName: organization.name, organizationNameEn: organization.nameEn, timeZone: organization.timeZone,
      inviter: { name: inviter?.displayName ?? '', email: inviter?.email ?? '' },
    };
  }
}
