import { IDENTITY_MAIL_QUEUE, Memberships, OneTimeTokens, Sessions } from '@platform/identity';
import type { IdentityRow } from '@platform/identity';
import { AuditQueries } from '@platform/audit';
import { Notifications, NotificationModule } from '@platform/notification';
import { Grants, TenantDb, newId, systemActor } from '@platform/tenancy';
import type { Actor, IdentityId, MemberId, OrganizationId } from '@platform/tenancy';
import { IdentityFixture, PASSWORD, codeOf } from './identity.fixture.js';
import {
  AcceptMemberInvitation, AddSite, ChangeProfile, ChangeRoles, ChangeSignOffPolicy, CreateOrganization, InviteMember, MemberInvitations, Members,
  OrganizationMailModule, OrganizationModule, Organizations, RemoveMember, ResendInvitation, SendMemberInvitation, SessionActors, Sites,
  WithdrawInvitation, foundingActor,
} from '@libs/organization';
import type { Joined, MemberInvitationId, MemberInvitationRow, Role } from '@libs/organization';

let fixture: IdentityFixture;
let mori: IdentityRow;
let buyer: { organizationId: OrganizationId; memberId: MemberId };
let admin: Actor;

const get = <T>(type: new (...parameters: never[]) => T): T => fixture.app.get(type);
const inTenant = <T>(organizationId: OrganizationId, work: Parameters<TenantDb['run']>[1]): Promise<T> =>
  get(TenantDb).run(systemActor(organizationId), work) as Promise<T>;
const actorOf = (organizationId: OrganizationId, memberId: MemberId): Promise<Actor> =>
  inTenant(organizationId, (tx) => get(Members).actorFor(tx, memberId, 'session', null));
const found = (person: IdentityRow, name: string, extra: object = {}): Promise<{ organizationId: OrganizationId; memberId: MemberId }> =>
  get(CreateOrganization).execute(foundingActor({ name: person.displayName, identityId: person.id }), {
    name, address: '熊本県菊池郡大津町1-1', ...extra,
    firstMember: { identityId: person.id, email: person.email, displayName: person.displayName, ...(extra as { firstMember?: object }).firstMember } });
const invite = (email: string, roles: readonly Role[], extra: object = {}): Promise<MemberInvitationId> =>
  get(InviteMember).execute(admin, { email, displayName: '新任 者', roles, ...extra });

/** What the worker does with the newest event of that kind, and the link that the mail holds. */
async function mailed(id: MemberInvitationId, email: string): Promise<string> {
  const events = await inTenant<{ id: string }[]>(buyer.organizationId, (tx) => get(AuditQueries).about(tx, 'member_invitation', id));
  await get(SendMemberInvitation).execute(systemActor(buyer.organizationId), { eventId: (events.at(-1) as { id: string }).id, invitationId: id });
  return /\/invitations\/(\S+)/.exec((await fixture.mails(email))[0]?.text ?? '')?.[1] ?? '';
}
const accept = (token: string, displayName = '新任 者'): Promise<Joined> =>
  get(AcceptMemberInvitation).execute({ token, invitee: { displayName, password: PASSWORD, language: 'ja' } });

beforeAll(async () => {
  fixture = await IdentityFixture.open([OrganizationModule, OrganizationMailModule, NotificationModule]);
  mori = await fixture.person('mori@buyer.example', '森 さくら');
  buyer = await found(mori, '日の丸デバイス㈱', { certificatePrefix: 'HMD' });
  admin = await actorOf(buyer.organizationId, buyer.memberId);
});
afterAll(() => fixture.close());

describe('founding an organisation', () => {
  it('makes its founder an administrator who judges nothing', () => expect(admin).toMatchObject({ roles: ['tenant_admin'], name: '森 さくら', personKey: null }));
  it('is told in its own trail, under the person’s name', async () => {
    const events = await inTenant<{ act: string; actorName: string }[]>(buyer.organizationId, (tx) => get(AuditQueries).about(tx, 'organization', buyer.organizationId));
    expect(events.map(({ act, actorName }) => [act, actorName])).toEqual([['organization.create', '森 さくら']]);
  });
  it('gives a small supplier’s only person the signer’s role when it is named', async () => {
    const tanaka = await fixture.person('tanaka@small.example', '田中 一');
    const small = await found(tanaka, '田中製作所', { firstMember: { roles: ['supplier_signer'], personKey: 'T-1' } });
    expect((await actorOf(small.organizationId, small.memberId)).roles).toEqual(['tenant_admin', 'supplier_signer']);
  });
  it('is refused when another organisation numbers its certificates with that prefix, and leaves nothing behind', async () => {
    const other = await fixture.person('other@buyer.example', '他社 太郎');
    expect(await codeOf(found(other, '他社㈱', { certificatePrefix: 'hmd' }))).toBe('organization.certificate_prefix_taken');
    expect(await get(Memberships).of(other.id)).toEqual([]);
  });
  it('can be done by nobody but the product', async () => {
    expect(await codeOf(get(CreateOrganization).execute({ ...admin, organizationId: newId<'Organization'>() as OrganizationId },
      { name: 'x', address: 'y', firstMember: { identityId: mori.id, email: mori.email, displayName: 'x' } }))).toBe('common.forbidden');
  });
});

describe('an invitation', () => {
  it('is mailed by the worker, once per event, with a link that makes an account and a member', async () => {
    const id = await invite('inoue@buyer.example', ['inspector', 'receiver'], { personKey: 'E-100', department: '品質保証部' });
    const token = await mailed(id, 'inoue@buyer.example');
    await mailed(id, 'inoue@buyer.example');
    const mails = await fixture.mails('inoue@buyer.example');
    expect(mails).toHaveLength(1);
    expect(mails[0].replyTo).toEqual({ name: '森 さくら', address: 'mori@buyer.example' });
    expect(mails[0].text).toContain('検査者、受領担当');
    const joined = await accept(token, '井上');
    const actor = await actorOf(buyer.organizationId, joined.memberId);
    expect(actor).toMatchObject({ roles: ['inspector', 'receiver'], personKey: 'E-100', department: '品質保証部', identityId: joined.identityId });
    expect(await get(Memberships).active(joined.identityId, buyer.organizationId)).toEqual({ organizationId: buyer.organizationId, memberId: joined.memberId });
    expect(await codeOf(accept(token))).toBe('identity.link_dead');
    expect(await fixture.jobs(IDENTITY_MAIL_QUEUE)).toEqual([]);
  });
  it('that is sent again leaves both links good, and the second one dead once the first was used', async () => {
    const id = await invite('ueda@buyer.example', ['requester']);
    const first = await mailed(id, 'ueda@buyer.example');
    await get(ResendInvitation).execute(admin, id);
    const second = await mailed(id, 'ueda@buyer.example');
    expect(second).not.toBe(first);
    await accept(first);
    expect(await codeOf(accept(second))).toBe('identity.link_dead');
  });
  it('accepted twice in the same moment makes one member', async () => {
    const token = await mailed(await invite('endo@buyer.example', ['requester']), 'endo@buyer.example');
    const codes = await Promise.all([codeOf(accept(token)), codeOf(accept(token)), codeOf(accept(token))]);
    expect(codes.filter((code) => code === 'nothing')).toHaveLength(1);
    expect(await inTenant(buyer.organizationId, (tx) => get(Members).list(tx))).toEqual(expect.arrayContaining([expect.objectContaining({ email: 'endo@buyer.example' })]));
  });
  it('that was withdrawn opens nothing', async () => {
    const id = await invite('kato@buyer.example', ['requester']);
    const token = await mailed(id, 'kato@buyer.example');
    await get(WithdrawInvitation).execute(admin, id);
    expect(await codeOf(accept(token))).toBe('identity.link_dead');
    expect((await inTenant<MemberInvitationRow[]>(buyer.organizationId, (tx) => get(MemberInvitations).open(tx))).map((row) => row.email)).not.toContain('kato@buyer.example');
  });
  it('for an address that has an account asks its owner to sign in, and then uses that account', async () => {
    const person = await fixture.person('kimura@consult.example', '木村 実');
    const token = await mailed(await invite('kimura@consult.example', ['external_expert']), 'kimura@consult.example');
    expect(await codeOf(accept(token))).toBe('identity.address_taken');
    const joined = await get(AcceptMemberInvitation).execute({ token, invitee: { identityId: person.id } });
    expect(joined.identityId).toBe(person.id);
  });
  it('may be forwarded, unless it lets somebody sign', async () => {
    const stranger = await fixture.person('ota@elsewhere.example', '太田 光');
    const plain = await mailed(await invite('shared@buyer.example', ['receiver']), 'shared@buyer.example');
    const signing = await mailed(await invite('boss@buyer.example', ['approver'], { personKey: 'E-200' }), 'boss@buyer.example');
    expect(await codeOf(get(AcceptMemberInvitation).execute({ token: signing, invitee: { identityId: stranger.id } }))).toBe('organization.invited_address_only');
    const joined = await get(AcceptMemberInvitation).execute({ token: plain, invitee: { identityId: stranger.id } });
    expect((await actorOf(buyer.organizationId, joined.memberId)).name).toBe('太田 光');
  });
  it('does not go to a member, twice to one address, or with somebody’s employee number', async () => {
    expect(await codeOf(invite('mori@buyer.example', ['requester']))).toBe('organization.already_member');
    await invite('twice@buyer.example', ['requester']);
    expect(await codeOf(invite('TWICE@buyer.example', ['requester']))).toBe('organization.already_invited');
    expect(await codeOf(invite('number@buyer.example', ['confirmer'], { personKey: 'E-100' }))).toBe('organization.person_key_taken');
  });
  it('is an administrator’s to give', async () => {
    expect(await codeOf(get(InviteMember).execute({ ...admin, roles: ['procurement'] }, { email: 'x@buyer.example', displayName: 'x', roles: ['requester'] }))).toBe('common.forbidden');
  });
});

describe('roles', () => {
  const change = (memberId: MemberId, roles: readonly Role[], personKey?: string): Promise<string> => codeOf(get(ChangeRoles).execute(admin, { memberId, roles, personKey }));
  let sasaki: Joined;
  beforeAll(async () => { sasaki = await accept(await mailed(await invite('sasaki@buyer.example', ['requester']), 'sasaki@buyer.example')); });

  it('that sign need an employee number, which then stays', async () => {
    expect(await change(sasaki.memberId, ['confirmer'])).toBe('organization.person_key_needed');
    expect(await change(sasaki.memberId, ['confirmer'], 'E-100')).toBe('organization.person_key_taken');
    expect(await change(sasaki.memberId, ['confirmer'], 'E-300')).toBe('nothing');
    expect(await change(sasaki.memberId, ['confirmer'], 'E-301')).toBe('organization.person_key_fixed');
  });
  it('that judge are not an administrator’s, nor does he hand himself one that signs', async () => {
    expect(await change(sasaki.memberId, ['tenant_admin', 'approver'])).toBe('organization.admin_cannot_judge');
    expect(await change(buyer.memberId, ['tenant_admin', 'supplier_signer'], 'E-1')).toBe('organization.own_sign_off_role');
  });
  it('leave the organisation at least one administrator', async () => {
    expect(await change(buyer.memberId, ['procurement'])).toBe('organization.last_admin');
    expect(await codeOf(get(RemoveMember).execute(admin, buyer.memberId))).toBe('organization.last_admin');
  });
  it('are checked by the database too', async () => {
    const runtime = await fixture.database.source('kenshu_owner');
    const asTenant = (sql: string): Promise<unknown> => runtime.transaction(async (manager) => {
      await manager.query('alter table app.member no force row level security');
      await manager.query(sql);
    });
    await expect(asTenant(`update app.member set roles = '{tenant_admin,approver}' where person_key = 'E-300'`)).rejects.toThrow('member_admin_does_not_judge');
    await expect(asTenant(`update app.member set person_key = null where person_key = 'E-300'`)).rejects.toThrow('member_signs_as_a_person');
    await expect(asTenant(`update app.member set roles = '{auditor,requester}' where person_key = 'E-300'`)).rejects.toThrow('member_auditor_stands_alone');
    await expect(asTenant(`update app.member set roles = '{emperor}' where person_key = 'E-300'`)).rejects.toThrow('member_roles_check');
    await expect(asTenant(`update app.member set person_key = 'E-100' where person_key = 'E-300'`)).rejects.toThrow('unique');
  });
});

describe('a person of two organisations', () => {
  let other: { organizationId: OrganizationId; memberId: MemberId };
  let joined: Joined;
  beforeAll(async () => {
    const wada = await fixture.person('wada@group.example', '和田 進');
    other = await found(wada, '和田商会', { nameEn: 'Wada Trading' });
    joined = await get(AcceptMemberInvitation).execute({
      token: await mailed(await invite('wada@group.example', ['procurement'], { displayName: '和田 進' }), 'wada@group.example'), invitee: { identityId: wada.id } });
  });

  it('chooses between them and acts for one at a time', async () => {
    expect((await get(SessionActors).choices(joined.identityId)).map((choice) => choice.name)).toEqual(['和田商会', '日の丸デバイス㈱']);
    const actor = await get(SessionActors).load({ sid: 's', identityId: joined.identityId, organizationId: buyer.organizationId });
    expect(actor).toMatchObject({ organizationId: buyer.organizationId, roles: ['procurement'], stepUp: null });
  });
  it('who leaves one is out at once there, and stays in the other', async () => {
    for (const [sid, organizationId] of [['here', buyer.organizationId], ['there', other.organizationId]] as const) {
      await get(Sessions).create(sid, { identityId: joined.identityId, organizationId, data: {} });
    }
    await get(RemoveMember).execute(admin, joined.memberId);
    expect(await get(Sessions).load('here')).toBeUndefined();
    expect(await get(Sessions).load('there')).toBeDefined();
    expect(await get(SessionActors).load({ sid: 'here', identityId: joined.identityId, organizationId: buyer.organizationId })).toBeUndefined();
    expect((await get(SessionActors).choices(joined.identityId)).map((choice) => choice.name)).toEqual(['和田商会']);
    expect(await codeOf(actorOf(buyer.organizationId, joined.memberId))).toBe('common.not_found');
  });
  it('comes back as the same member', async () => {
    const token = await mailed(await invite('wada@group.example', ['risk_owner'], { personKey: 'E-400' }), 'wada@group.example');
    const again = await get(AcceptMemberInvitation).execute({ token, invitee: { identityId: joined.identityId } });
    expect(again.memberId).toBe(joined.memberId);
    expect(await actorOf(buyer.organizationId, again.memberId)).toMatchObject({ roles: ['risk_owner'], personKey: 'E-400' });
  });
  it('is a stranger to the other one’s rows', async () => {
    expect(await inTenant(other.organizationId, (tx) => get(Members).byId(tx, buyer.memberId))).toBeUndefined();
    expect(await inTenant(other.organizationId, (tx) => get(Organizations).named(tx, buyer.organizationId))).toBeUndefined();
    await inTenant(buyer.organizationId, (tx) => get(Grants).give(tx, 'organization', buyer.organizationId, other.organizationId, fixture.clock.now()));
    expect(await inTenant(other.organizationId, (tx) => get(Organizations).named(tx, buyer.organizationId))).toMatchObject({ name: '日の丸デバイス㈱' });
  });
});

describe('the profile', () => {
  it('is not overwritten by a stale edit, and its prefix stays', async () => {
    const { version } = await inTenant<{ version: number }>(buyer.organizationId, (tx) => get(Organizations).own(tx));
    await get(ChangeProfile).execute(admin, { version, nameEn: 'Hinomaru Devices', corporateNumber: '8700110005901' });
    expect(await codeOf(get(ChangeProfile).execute(admin, { version, nameEn: 'Stale' }))).toBe('common.conflict');
    expect(await codeOf(get(ChangeProfile).execute(admin, { version: version + 1, certificatePrefix: 'NEW' }))).toBe('organization.certificate_prefix_fixed');
  });
  it('keeps what the sign-off policy was', async () => {
    await get(ChangeSignOffPolicy).execute(admin, { threePersons: true });
    const events = await inTenant<{ act: string; detail: object }[]>(buyer.organizationId, (tx) => get(AuditQueries).about(tx, 'organization', buyer.organizationId));
    expect(events.at(-1)).toMatchObject({ act: 'organization.change_sign_off_policy', detail: { from: { threePersons: false }, to: { threePersons: true } } });
  });
  it('has sites, each name once', async () => {
    const id = await get(AddSite).execute(admin, { name: '熊本工場', address: '熊本県菊池郡大津町2-2' });
    expect(await codeOf(get(AddSite).execute(admin, { name: ' 熊本工場', address: 'x' }))).toBe('organization.site_exists');
    expect(await inTenant(buyer.organizationId, (tx) => get(Sites).byId(tx, id))).toMatchObject({ name: '熊本工場' });
    expect(await inTenant(buyer.organizationId, (tx) => get(Sites).list(tx))).toHaveLength(1);
  });
});

describe('notices', () => {
  it('tell a member the same event once, and only that member’s are marked read', async () => {
    const note = { memberId: buyer.memberId, kind: 'certificate.issue', object: { kind: 'certificate', id: newId() }, params: { number: 'HMD-1' }, eventId: newId() };
    const added = await inTenant<boolean[]>(buyer.organizationId, async (tx) => [await get(Notifications).add(tx, note), await get(Notifications).add(tx, note)]);
    expect(added).toEqual([true, false]);
    await inTenant(buyer.organizationId, (tx) => get(Notifications).markRead(tx, newId<'Member'>() as MemberId));
    expect(await inTenant(buyer.organizationId, (tx) => get(Notifications).unread(tx, buyer.memberId))).toBe(1);
    await inTenant(buyer.organizationId, (tx) => get(Notifications).markRead(tx, buyer.memberId));
    expect(await inTenant(buyer.organizationId, (tx) => get(Notifications).forMember(tx, buyer.memberId, { unread: true }))).toEqual([]);
    expect(await inTenant(buyer.organizationId, (tx) => get(Notifications).forMember(tx, buyer.memberId))).toMatchObject([{ kind: 'certificate.issue', params: { number: 'HMD-1' } }]);
  });
});

it('a token made for an invitation names the organisation and the invitation, nothing more', async () => {
  const id = await invite('payload@buyer.example', ['requester']);
  const seen = await get(OneTimeTokens).peek(await mailed(id, 'payload@buyer.example'), 'member_invitation');
  expect(seen?.payload).toEqual({ organizationId: buyer.organizationId, invitationId: id });
  expect(typeof (seen?.consumedBy as IdentityId | null)).toBe('object');
});
