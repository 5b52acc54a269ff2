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

const COLUMNS = `id, email, display_name as "displayName", department, title, person_key as "personKey", roles, language, invited_by as "invitedBy",
  invited_at as "invitedAt", withdrawn_at as "withdrawnAt", accepted_at as "acceptedAt"`;

@Injectable()
export class MemberInvitations {
  async byId(tx: TenantTx, id: MemberInvitationId): Promise<MemberInvitationRow | undefined> {
    const [row] = await tx.query<MemberInvitationRow>(`select ${COLUMNS} from app.member_invitation where id = $1`, [id]);
    return row;
  }

  /** Those that nobody accepted or withdrew, newest first. */
  async open(tx: TenantTx): Promise<MemberInvitationRow[]> {
    return tx.query<MemberInvitationRow>(
      `select ${COLUMNS} from app.member_invitation where accepted_at is null and withdrawn_at is null order by invited_at desc, id desc`);
  }
}
