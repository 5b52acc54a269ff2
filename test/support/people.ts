import type { INestApplicationContext } from '@nestjs/common';
import { AcceptMemberInvitation, CreateOrganization, InviteMember, Members, foundingActor } from '@libs/organization';
import type { Role } from '@libs/organization';
import { Identities, OneTimeTokens } from '@platform/identity';
import { TenantDb, systemActor } from '@platform/tenancy';
import type { Actor, IdentityId, MemberId, OrganizationId } from '@platform/tenancy';
import { START } from './platform.js';

export interface Cast { readonly name: string; readonly department: string; readonly personKey: string; readonly roles: readonly Role[] }

/** Everybody is invented; the names are ones that Japanese systems get wrong. */
export const BUYER = {
  profile: { name: '山手デバイス株式会社', nameEn: 'Yamate Devices Corporation', address: '東京都港区芝1-1', certificatePrefix: 'YMT' },
  admin: { name: '小野寺 恵', department: '情報システム部', personKey: 'Y-01', roles: [] },
  people: {
    sato: { name: '佐藤 花子', department: '調達部', personKey: 'Y-02', roles: ['procurement'] },
    yoshida: { name: '𠮷田 健', department: '生産技術部', personKey: 'Y-03', roles: ['requester'] },
    nakamura: { name: '中村 光', department: '調達部', personKey: 'Y-04', roles: ['spec_approver'] },
    hamada: { name: '濵田 剛', department: '物流課', personKey: 'Y-05', roles: ['receiver'] },
    nagase: { name: '長瀬 由香', department: '品質保証部', personKey: 'Y-06', roles: ['inspector', 'confirmer'] },
    watanabe: { name: '渡邊 一郎', department: '生産技術部', personKey: 'Y-07', roles: ['confirmer', 'approver'] },
    sakuraba: { name: '桜庭 典子', department: '工場長室', personKey: 'Y-08', roles: ['approver'] },
    iwamoto: { name: '岩本 聡', department: '内部監査室', personKey: 'Y-09', roles: ['auditor'] },
    ueno: { name: '上野 亮', department: '熊本工場', personKey: 'Y-10', roles: ['supplier_contact', 'supplier_respondent', 'supplier_signer'] },
  },
} as const satisfies { profile: object; admin: Cast; people: Record<string, Cast> };

export const SUPPLIER = {
  profile: { name: '株式会社髙﨑精機', nameEn: 'Takasaki Seiki Co., Ltd.', address: '長野県諏訪市湖岸通り5-1' },
  contact: { name: '髙橋 奈緒', department: '営業部', personKey: 'T-01', roles: ['supplier_respondent'] },
  people: { kanzaki: { name: '神﨑 隆', department: '品質保証部', personKey: 'T-02', roles: ['supplier_signer'] } },
} as const satisfies { profile: object; contact: Cast; people: Record<string, Cast> };

export const STRANGER = { profile: { name: '無関係工業株式会社', address: '大阪府堺市1-1' }, admin: { name: '外山 真', department: '総務部', personKey: 'M-01', roles: [] } } as const;

const STEP_UP = { method: 'password_mail_code', grantedAt: START, expiresAt: new Date(START.getTime() + 400 * 86_400_000) } as const;

/** Makes organisations and their members with the verbs a person would use, only without the mails. */
export class People {
  private counter = 0;
  constructor(private readonly app: INestApplicationContext) {}

  async identity(name: string, email = this.email()): Promise<{ id: IdentityId; email: string }> {
    const made = await this.app.get(Identities).create({ email, displayName: name, passwordHash: null, language: 'ja' });
    return { id: made!.id, email };
  }

  email(): string {
    this.counter += 1;
    return `person${this.counter}@example.jp`;
  }

  /** The founder is the administrator. */
  async found(profile: Omit<Parameters<CreateOrganization['execute']>[1], 'firstMember'>, admin: Cast): Promise<Actor> {
    const { id: identityId, email } = await this.identity(admin.name);
    const firstMember = { identityId, email, displayName: admin.name, department: admin.department, personKey: admin.personKey, roles: admin.roles };
    const { organizationId, memberId } = await this.app.get(CreateOrganization).execute(foundingActor({ name: admin.name, identityId }), { ...profile, firstMember });
    return this.actor(organizationId, memberId);
  }

  /** Invited by the administrator, accepted through the link. */
  async hire(admin: Actor, { name, department, personKey, roles }: Cast): Promise<Actor> {
    const { id: identityId, email } = await this.identity(name);
    const invitationId = await this.app.get(InviteMember).execute(admin, { email, displayName: name, department, personKey, roles });
    const payload = { organizationId: admin.organizationId, invitationId };
    const { token } = await this.app.get(OneTimeTokens).mint({ kind: 'member_invitation', email, payload });
    const { memberId } = await this.app.get(AcceptMemberInvitation).execute({ token, invitee: { identityId } });
    return this.actor(admin.organizationId, memberId);
  }

  async team<K extends string>(admin: Actor, people: Readonly<Record<K, Cast>>): Promise<Readonly<Record<K, Actor>>> {
    const hired: [string, Actor][] = [];
    for (const [key, cast] of Object.entries<Cast>(people)) hired.push([key, await this.hire(admin, cast)]);
    return Object.fromEntries(hired) as Record<K, Actor>;
  }

  /** As the organisation knows them, with a second factor that outlives the journey. */
  actor(organizationId: OrganizationId, memberId: MemberId): Promise<Actor> {
    return this.app.get(TenantDb).run(systemActor(organizationId), (tx) => this.app.get(Members).actorFor(tx, memberId, 'session', STEP_UP));
  }
}
