import { Injectable } from '@nestjs/common';
import type { IdentityId, MemberId, TenantTx } from '@platform/tenancy';
import type { MemberInvitationId } from './invitations.queries.js';
import type { MemberContent } from './member.rules.js';
import type { Role } from './roles.rules.js';

@Injectable()
export class MembersRepository {
  /** False when the person already is (or was) a member, or the employee number is taken. */
  async insert(tx: TenantTx, id: MemberId, identityId: IdentityId, member: MemberContent, now: Date): Promise<boolean> {
    return await tx.affect(
      `insert into app.member (id, organization_id, identity_id, display_name, email, department, title, person_key, roles, language, joined_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
      [id, tx.organizationId, identityId, member.displayName, member.email, member.department, member.title, member.personKey,
        member.roles, member.language, now]) === 1;
  }

  /** A leaver who comes back is the same member, with the roles of the new invitation. An employee number stays for life. */
  async rejoin(tx: TenantTx, id: MemberId, member: MemberContent, now: Date): Promise<void> {
    await tx.affect(
      `update app.member set display_name = $2, email = $3, department = $4, title = $5, person_key = coalesce(person_key, $6), roles = $7,
         language = $8, joined_at = $9, left_at = null where id = $1`,
      [id, member.displayName, member.email, member.department, member.title, member.personKey, member.roles, member.language, now]);
  }

  async setRoles(tx: TenantTx, id: MemberId, roles: readonly Role[], personKey: string | null): Promise<void> {
    await tx.affect('update app.member set roles = $2, person_key = $3 where id = $1', [id, roles, personKey]);
  }

  async setDetails(tx: TenantTx, id: MemberId, details: { displayName: string; department: string | null; title: string | null }): Promise<void> {
    await tx.affect('update app.member set display_name = $2, department = $3, title = $4 where id = $1', [id, details.displayName, details.department, details.title]);
  }

  async leave(tx: TenantTx, id: MemberId, now: Date): Promise<void> {
    await tx.affect('update app.member set left_at = $2 where id = $1', [id, now]);
  }

  async personKeyTaken(tx: TenantTx, personKey: string, except: MemberId | null = null): Promise<boolean> {
    const rows = await tx.query('select 1 as one from app.member where person_key = $1 and id is distinct from $2', [personKey, except]);
    return rows.length > 0;
  }

  /** False when an open invitation to that address exists. */
  async invite(tx: TenantTx, id: MemberInvitationId, member: MemberContent, by: MemberId, now: Date): Promise<boolean> {
    return await tx.affect(
      `insert into app.member_invitation (id, organization_id, email, display_name, department, title, person_key, roles, language, invited_by, invited_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
      [id, tx.organizationId, member.email, member.displayName, member.department, member.title, member.personKey, member.roles,
        member.language, by, now]) === 1;
  }

  async accepted(tx: TenantTx, id: MemberInvitationId, memberId: MemberId, now: Date): Promise<void> {
    await tx.affect('update app.member_invitation set accepted_at = $2, accepted_member_id = $3 where id = $1', [id, now, memberId]);
  }

  async withdraw(tx: TenantTx, id: MemberInvitationId, now: Date): Promise<void> {
    await tx.affect('update app.member_invitation set withdrawn_at = $2 where id = $1', [id, now]);
  }
}
