import { Injectable } from '@nestjs/common';
import type { Id, Language, MemberId, TenantTx } from '@platform/tenancy';
import type { Role } from './roles.rules.js';

export type MemberInvitationId = Id<'MemberInvitation'>;

export interface MemberInvitationRow {
  readonly id: MemberInvitationId;
  readonly email: string;
  readonly displayName: string;
  readonly department: string | null;
  readonly title: string | null;
  readonly personKey: string | null;
  readonly roles: readonly Role[];
  readonly language: Language;
  readonly invitedBy: MemberId;
  readonly invitedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly acceptedAt: Date | null;
}

/** An invitation that waits for an answer, and until when the newest link to it works; null while the mail is on its way. */
export interface WaitingInvitation extends MemberInvitationRow { readonly linkExpiresAt: Date | null }

const COLUMNS = `id, email, display_name as "displayName", department, title, person_key as "personKey", roles, language, invited_by as "invitedBy",
  invited_at as "invitedAt", withdrawn_at as "withdrawnAt", accepted_at as "acceptedAt"`;

@Injectable()
export class MemberInvitations {
  async byId(tx: TenantTx, id: MemberInvitationId): Promise<MemberInvitationRow | undefined> {
    const [row] = await tx.query<MemberInvitationRow>(`select ${COLUMNS} from app.member_invitation where id = $1`, [id]);
    return row;
  }

  /** Those that nobody accepted or withdrew, newest first, with the life of their links. */
  async waiting(tx: TenantTx): Promise<WaitingInvitation[]> {
    return tx.query<WaitingInvitation>(
      `select ${COLUMNS}, (select max(t.expires_at) from identity.one_time_token t where t.email = i.email and t.kind = 'member_invitation'
         and t.consumed_at is null and t.payload ->> 'invitationId' = i.id::text) as "linkExpiresAt"
       from app.member_invitation i where accepted_at is null and withdrawn_at is null order by invited_at desc, id desc`);
  }

  /** Those that nobody accepted or withdrew, newest first. */
  async open(tx: TenantTx): Promise<MemberInvitationRow[]> {
    return tx.query<MemberInvitationRow>(
      `select ${COLUMNS} from app.member_invitation where accepted_at is null and withdrawn_at is null order by invited_at desc, id desc`);
  }
}
