import { InviteMember, Members, OrganizationActs } from '@libs/organization';
import { Chasing, MOST_RECIPIENTS, WithdrawRequest } from '@libs/request';
import { Specifications } from '@libs/specification';
import { RegisterSupplierSite } from '@libs/supplier';
import { IdentityDb, OneTimeTokens } from '@platform/identity';
import { LIMITS } from '@platform/rate-limit';
import { TenantDb, systemActor } from '@platform/tenancy';
import type { Actor, OrganizationId } from '@platform/tenancy';
import { PASSWORD, openPortal, post, signIn } from './portal.fixtures.js';
import type { Portal } from './portal.fixtures.js';
import { TellingWorker } from '../worker/telling.fixture.js';
import { openWorld } from './world.fixtures.js';
import type { World } from './world.fixtures.js';

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

describe('a supplier’s invitation that was forwarded', () => {
  let world: World;
  let worker: TellingWorker;
  let first: string;
  beforeAll(async () => {
    world = await openWorld();
    worker = await TellingWorker.open(world.scene.database);
    first = await mailedTo('somu@yukishiro.example');
  }, 120_000);
  afterAll(async () => {
    await worker?.close();
    await world?.close();
  });

  const mailedTo = async (email: string): Promise<string> =>
    (await world.portal.get(OneTimeTokens).mint({ kind: 'supplier_invitation', email, payload: { buyerOrganizationId: world.buyer, supplierSiteId: world.unjoinedSiteId } })).token;
  const listed = () => world.scene.as(world.sato, (tx) => world.scene.get(Chasing).recipients(tx, world.unjoinedRequestId));
  const forward = (email: string, token = first) => post(world.portal.agent(), `/join/${token}/forward`, { email });
  const words = (html: string): string => html.replaceAll(/(content|value)="[^"]*"/g, '');
  const links = async (address: string): Promise<string[]> => (await worker.mails(address)).map(({ text }) => /\/join\/(\S+)/.exec(text)![1]!);

  it('is sent again to the address of whoever has it now, whose account is made under that address', async () => {
    const page = await world.portal.agent().get(`/join/${first}`);
    for (const said of ['このメールを転送で受け取った方', `action="/join/${first}/forward"`, `href="/sign-in?next=/join/${first}"`]) expect(page.text).toContain(said);
    expect((await world.portal.agent().get(`/join/${first}`).set('accept-language', 'en')).text).toContain('This mail was forwarded to me');
    const sent = await forward('Mori@Yukishiro.example');
    expect([sent.status, sent.text.includes('入力されたメールアドレスにリンクをお送りします')]).toEqual([200, true]);
    expect((await listed()).find(({ email }) => email === 'mori@yukishiro.example')).toMatchObject({ addedBy: systemActor(world.buyer).name, name: null });
    await worker.work();
    const [mail] = await worker.mails('mori@yukishiro.example');
    expect([mail!.kind, (await worker.mails('somu@yukishiro.example')).length]).toEqual(['supplier-invitation', 0]);
    const { document } = await world.scene.as(world.sato, (tx) => world.scene.get(Specifications).edition(tx, world.editionId));
    expect(mail!.replyTo).toEqual(document.buyer.contact && { name: document.buyer.contact.name, address: document.buyer.contact.email });
    const [own] = await links('mori@yukishiro.example');
    const agent = world.portal.agent();
    expect((await agent.get(`/join/${own}`)).text).toContain('mori@yukishiro.example のアカウントを作成します');
    await world.portal.agent().get(`/join/${first}`).expect(200);
    expect((await post(agent, `/join/${own}/account`, { displayName: '森 一郎', password: PASSWORD }, `/join/${own}`)).status).toBe(303);
    const people = await world.portal.get(IdentityDb).query("select email, display_name from identity.identity where email like '%@yukishiro.example'");
    expect(people).toEqual([{ email: 'mori@yukishiro.example', display_name: '森 一郎' }]);
    expect((await agent.get(`/join/${own}`)).text).not.toContain('転送で受け取った方');
  });

  it('answers the same for every address, and writes three times an hour to one', async () => {
    const [unknown, again, account] = [await forward('nobody@yukishiro.example'), await forward('nobody@yukishiro.example'), await forward('takahashi@takasaki.example')];
    expect([again.status, words(again.text), words(account.text)]).toEqual([unknown.status, words(unknown.text), words(unknown.text)]);
    for (let times = 2; times <= LIMITS.forward_mail.times; times += 1) expect((await forward('nobody@yukishiro.example')).status).toBe(200);
    expect((await listed()).filter(({ email }) => email === 'nobody@yukishiro.example')).toHaveLength(1);
    await worker.work();
    expect(await links('nobody@yukishiro.example')).toHaveLength(LIMITS.forward_mail.times);
  });

  it('is refused for what is no address, for a dead link, for a full list, and when nothing waits any more', async () => {
    const wrong = await forward('nobody');
    expect([wrong.status, wrong.text.includes('<details class="act" open>'), wrong.text.includes('value="nobody"')]).toEqual([422, true, true]);
    expect((await forward('a@yukishiro.example', 'AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(422);
    await world.portal.agent().get(`/join/${first}/forward`).expect(303).expect('location', `/join/${first}`);
    await world.scene.superuser(
      `insert into app.request_recipient (id, buyer_organization_id, request_id, email, added_by, added_at)
       select gen_random_uuid(), $1, $2, 'r' || n || '@yukishiro.example', '佐藤', now() from generate_series(1, ${MOST_RECIPIENTS}) n`, [world.buyer, world.unjoinedRequestId]);
    const full = await forward('one-more@yukishiro.example');
    expect([full.status, full.text.includes(`宛先は ${MOST_RECIPIENTS} 件までにしてください`)]).toEqual([422, true]);
    await world.scene.do(WithdrawRequest, world.sato, world.unjoinedRequestId, '発注の取りやめ');
    expect((await forward('late@yukishiro.example')).text).toContain('使用済みか、有効期限が切れています');
    expect((await listed()).map(({ email }) => email)).not.toContain('late@yukishiro.example');
  });

  it('is limited by where it is asked from', async () => {
    for (let times = 0; times < LIMITS.forward.times; times += 1) await forward('nobody');
    expect((await forward('nobody')).status).toBe(429);
  });
});
