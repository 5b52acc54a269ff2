import { Injectable } from '@nestjs/common';
import { notFound } from '@platform/errors';
import type { Actor, IdentityId, Language, MemberId, StepUpGrant, TenantTx } from '@platform/tenancy';
import type { Role } from './roles.rules.js';

export interface MemberRow {
  readonly id: MemberId;
  readonly identityId: IdentityId;
  readonly displayName: string;
  readonly email: string;
  readonly department: string | null;
  readonly title: string | null;
  readonly personKey: string | null;
  readonly roles: readonly Role[];
  /** As the person chose it for all organisations, now. */
  readonly language: Language;
  readonly joinedAt: Date;
  readonly leftAt: Date | null;
}

export const MEMBER_COLUMNS = `id, identity_id as "identityId", display_name as "displayName", email, department, title, person_key as "personKey",
  roles, coalesce((select i.language from identity.identity i where i.id = member.identity_id), language) as language, joined_at as "joinedAt", left_at as "leftAt"`;

@Injectable()
export class Members {
  /** Leavers too: their names stand under things. */
  async byId(tx: TenantTx, id: MemberId): Promise<MemberRow | undefined> {
    const [row] = await tx.query<MemberRow>(`select ${MEMBER_COLUMNS} from app.member where id = $1`, [id]);
    return row;
  }

  async byIdentity(tx: TenantTx, id: IdentityId): Promise<MemberRow | undefined> {
    const [row] = await tx.query<MemberRow>(`select ${MEMBER_COLUMNS} from app.member where identity_id = $1`, [id]);
    return row;
  }

  /** Present members, in the order they joined; with `leavers` those who left as well. */
  async list(tx: TenantTx, filter: { leavers?: boolean } = {}): Promise<MemberRow[]> {
    return tx.query<MemberRow>(`select ${MEMBER_COLUMNS} from app.member where left_at is null or $1 order by joined_at, id`, [filter.leavers ?? false]);
  }

  /** Present members who hold the role. */
  async withRole(tx: TenantTx, role: Role): Promise<MemberRow[]> {
    return tx.query<MemberRow>(`select ${MEMBER_COLUMNS} from app.member where left_at is null and $1 = any (roles) order by joined_at, id`, [role]);
  }

  /** @throws NotFound for a stranger and for a leaver. */
  async actorFor(tx: TenantTx, id: MemberId, via: 'session' | 'token', stepUp: StepUpGrant | null): Promise<Actor> {
    const member = await this.byId(tx, id);
    if (!member || member.leftAt) throw notFound('member');
    return {
      organizationId: tx.organizationId, memberId: member.id, identityId: member.identityId, personKey: member.personKey,
      name: member.displayName, department: member.department, roles: member.roles, via, stepUp, language: member.language,
    };
  }
}
