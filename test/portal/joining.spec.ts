import { InviteMember, Members, OrganizationActs } from '@libs/organization';
import { RegisterSupplierSite } from '@libs/supplier';
import { IdentityDb, OneTimeTokens } from '@platform/identity';
import { TenantDb, systemActor } from '@platform/tenancy';
import type { Actor, OrganizationId } from '@platform/tenancy';
import { PASSWORD, openPortal, post, signIn } from './portal.fixtures.js';
import type { Portal } from './portal.fixtures.js';

let portal: Portal;
let buyer: OrganizationId;
let admin: Actor;

beforeAll(async () => {
  portal = await openPortal();
  const keiko = await portal.person('keiko@device.example.jp', '髙﨑 恵子');
  buyer = await portal.organization('東都デバイス㈱', keiko, ['procurement']);
  admin = await portal.get(TenantDb).run(systemActor(buyer), async (tx) =>
    portal.get(Members).actorFor(tx, (await portal.get(Members).byIdentity(tx, keiko.id))!.id, 'session', null));
});
afterAll(() => portal?.close());

async function invite(email: string): Promise<string> {
  const invitationId = await portal.get(InviteMember).execute(admin, { email, displayName: '招待 太郎', roles: ['receiver'] });
  return (await portal.get(OneTimeTokens).mint({ kind: 'member_invitation', email, payload: { organizationId: buyer, invitationId } })).token;
}

let factories = 0;
async function inviteSupplier(email: string): Promise<string> {
  const siteId = await portal.get(RegisterSupplierSite).execute(admin, {
    counterpartyCode: `T-${++factories}`, makerName: '㈱髙﨑精機', factoryName: `第${factories}工場`, address: '長野県諏訪市1-1', kind: 'equipment', sme: true, contactName: '窓口', contactEmail: email });
  return (await portal.get(OneTimeTokens).mint({ kind: 'supplier_invitation', email, payload: { buyerOrganizationId: buyer, supplierSiteId: siteId } })).token;
}

const acceptances = () => portal.get(TenantDb).run(systemActor(buyer), (tx) =>
  tx.query<{ organization: OrganizationId; by: string }>('select supplier_organization_id as organization, accepted_by as by from app.supplier_acceptance order by accepted_at, id'));

describe('a member’s invitation', () => {
  it('makes an account, signs in and works once', async () => {
    const token = await invite('new@device.example.jp');
    const agent = portal.agent();
    const page = await agent.get(`/invitations/${token}`).expect(200);
    expect(page.text).toContain('東都デバイス㈱ への招待');
    expect(page.text).toContain('受領担当');
    const weak = await post(agent, `/invitations/${token}`, { displayName: '新 花子', password: 'short' }, `/invitations/${token}`);
    expect([weak.status, weak.text.includes('value="新 花子"')]).toEqual([422, true]);
    const joined = await post(agent, `/invitations/${token}`, { displayName: '新 花子', password: PASSWORD }, `/invitations/${token}`);
    expect([joined.status, joined.headers.location]).toEqual([303, '/']);
    expect((await agent.get('/')).text).toContain('メンバーとして参加しました');
    await portal.agent().get(`/invitations/${token}`).expect(422);
    expect((await post(portal.agent(), `/invitations/${token}`, { displayName: '他人', password: PASSWORD })).status).toBe(422);
  });

  it('asks somebody with an account to sign in first and then leads back', async () => {
    await portal.person('known@device.example.jp', '既知 次郎');
    const token = await invite('known@device.example.jp');
    const page = await portal.agent().get(`/invitations/${token}`);
    expect(page.text).toContain(`href="/sign-in?next=/invitations/${token}"`);
    const agent = await signIn(portal, 'known@device.example.jp');
    expect((await agent.get(`/invitations/${token}`)).text).toContain('既知 次郎 さんとして受けます');
    expect((await post(agent, `/invitations/${token}`, {}, `/invitations/${token}`)).headers.location).toBe('/');
    expect((await agent.get('/')).text).toContain('東都デバイス㈱');
  });

  it('says of a link that never was what it says of a used one', async () => {
    expect((await portal.agent().get('/invitations/AAAAAAAAAAAAAAAAAAAAAA')).text).toContain('使用済みか、有効期限が切れています');
  });
});

describe('a supplier’s invitation', () => {
  it('leads a new person to an account, then to a new organisation that begins with the ledger’s words', async () => {
    const token = await inviteSupplier('sales@takasaki.example.jp');
    const agent = portal.agent();
    expect((await agent.get(`/join/${token}`).expect(200)).text).toContain('東都デバイス㈱ から');
    await agent.get(`/join/${token}/account`).expect(303).expect('location', `/join/${token}`);
    const account = await post(agent, `/join/${token}/account`, { displayName: '髙橋 奈緒', password: PASSWORD }, `/join/${token}`);
    expect([account.status, account.headers.location]).toEqual([303, `/join/${token}`]);
    const page = await agent.get(`/join/${token}`);
    expect(page.text).toContain('value="㈱髙﨑精機"');
    const blank = await post(agent, `/join/${token}`, { name: '', address: '長野県' }, `/join/${token}`);
    expect([blank.status, blank.text.includes('組織名を 200 文字以内で入力してください')]).toEqual([422, true]);
    const joined = await post(agent, `/join/${token}`, { name: '株式会社髙﨑精機', nameEn: '', address: '長野県諏訪市1-1' }, `/join/${token}`);
    expect([joined.status, joined.headers.location]).toEqual([303, '/questionnaires/newest']);
    expect((await agent.get('/questionnaires/newest')).text).toContain('依頼を準備しています');
    const home = await agent.get('/');
    expect(home.text).toContain('株式会社髙﨑精機');
    expect(home.text).toContain('営業窓口');
    expect(await acceptances()).toMatchObject([{ by: '髙橋 奈緒' }]);
    await portal.agent().get(`/join/${token}`).expect(422);
  });

  it('may be accepted for an organisation the person already has', async () => {
    const owner = await portal.person('owner@maker.example.jp', '社長');
    const mine = await portal.organization('既存工業㈱', owner);
    const token = await inviteSupplier('owner@maker.example.jp');
    const agent = await signIn(portal, 'owner@maker.example.jp');
    expect((await agent.get(`/join/${token}`)).text).toContain('既存工業㈱');
    const joined = await post(agent, `/join/${token}`, { organizationId: mine, name: '', address: '' }, `/join/${token}`);
    expect(joined.headers.location).toBe('/questionnaires/newest');
    expect((await acceptances()).map(({ organization }) => organization)).toContain(mine);
  });

  it('cannot be accepted for somebody else’s organisation, nor without signing in', async () => {
    const token = await inviteSupplier('thief@x.example.jp');
    await portal.person('thief@x.example.jp', '泥棒');
    const other = await portal.organization('他人工業㈱', await portal.person('victim@x.example.jp'));
    const agent = await signIn(portal, 'thief@x.example.jp');
    const before = (await acceptances()).length;
    expect((await post(agent, `/join/${token}`, { organizationId: other }, `/join/${token}`)).status).toBe(404);
    expect((await post(portal.agent(), `/join/${token}`, { name: 'x', address: 'y' })).headers.location).toBe('/sign-in');
    expect((await acceptances()).length).toBe(before);
  });

  it('makes no second account for an address that has one', async () => {
    const token = await inviteSupplier('keiko@device.example.jp');
    const answer = await post(portal.agent(), `/join/${token}/account`, { displayName: '偽者', password: 'a very different one' }, `/join/${token}`);
    expect(answer.status).toBe(409);
    const [{ count }] = await portal.get(IdentityDb).query<{ count: number }>("select count(*)::int as count from identity.identity where email = 'keiko@device.example.jp'");
    expect([count, OrganizationActs.accept_invitation.name]).toEqual([1, 'organization.accept_invitation']);
  });
});
