import { InviteMember, Members, Organizations } from '@libs/organization';
import { OneTimeTokens } from '@platform/identity';
import { TenantDb } from '@platform/tenancy';
import type { Agent } from 'supertest';
import { csrf, post } from './portal.fixtures.js';
import { openWorld } from './world.fixtures.js';
import type { World } from './world.fixtures.js';

let world: World;
let admin: Agent;
let procurement: Agent;
beforeAll(async () => {
  world = await openWorld();
  [admin, procurement] = [await world.enter(world.onodera), await world.enter(world.sato)];
}, 120_000);
afterAll(() => world?.close());

const send = async (agent: Agent, path: string, fields: object, from: string) => {
  const token = await csrf(agent, from);
  return agent.post(path).type('form').send({ _csrf: token, ...fields });
};
const lastAct = async (): Promise<string> => {
  const [row] = await world.scene.superuser<{ act: string }>('select act from app.audit_event where organization_id = $1 order by at desc, id desc limit 1', [world.buyer]);
  return row!.act;
};
const own = () => world.portal.get(TenantDb).run(world.onodera, (tx) => world.portal.get(Organizations).own(tx));

describe('the organisation', () => {
  it('is changed by an administrator, with every wrong field named at once', async () => {
    const { version } = await own();
    const fields = { name: '山手デバイス株式会社', nameEn: 'Yamate', address: '東京都港区芝2-2', corporateNumber: '', timeZone: 'Asia/Tokyo', defaultLanguage: 'ja', disclosureClass: 'parties', retentionYears: '15', version: String(version) };
    const wrong = await send(admin, '/organization', { ...fields, name: '', retentionYears: '1', corporateNumber: '12' }, '/organization');
    expect(wrong.status).toBe(422);
    for (const said of ['組織名を 200 文字以内で入力してください', '保管期間は 2～100 年で入力してください', '法人番号が正しくありません', 'value="東京都港区芝2-2"']) expect(wrong.text).toContain(said);
    expect((await send(admin, '/organization', fields, '/organization')).headers.location).toBe('/organization');
    expect(await own()).toMatchObject({ address: '東京都港区芝2-2', retentionYears: 15, certificatePrefix: 'YMT' });
    expect(await lastAct()).toBe('organization.change_profile');
    const stale = await send(admin, '/organization', fields, '/organization');
    expect([stale.status, stale.text.includes('ほかの人が先に更新しました')]).toEqual([409, true]);
  });

  it('keeps the prefix of its certificates, which is not even offered for change', async () => {
    const page = await admin.get('/organization');
    expect([page.text.includes('name="certificatePrefix"'), page.text.includes('<code>YMT</code>')]).toEqual([false, true]);
    const { version } = await own();
    const answer = await send(admin, '/organization', { name: 'x', address: 'y', timeZone: 'Asia/Tokyo', defaultLanguage: 'ja', disclosureClass: 'parties', retentionYears: '10', version: String(version), certificatePrefix: 'XXX' }, '/organization');
    expect([answer.status, answer.text.includes('一度決めると変更できません')]).toEqual([409, true]);
  });

  it('asks for three persons when the administrator says so', async () => {
    expect((await send(admin, '/organization/sign-off-policy', { persons: 'three' }, '/organization')).status).toBe(303);
    expect((await own()).signOffPolicy.threePersons).toBe(true);
    expect((await send(admin, '/organization/sign-off-policy', { persons: 'x' }, '/organization')).status).toBe(422);
    await send(admin, '/organization/sign-off-policy', { persons: 'two' }, '/organization');
  });

  it('is read by everybody else, without a form', async () => {
    const page = await procurement.get('/organization').expect(200);
    expect([page.text.includes('山手デバイス株式会社'), page.text.includes('action="/organization"')]).toEqual([true, false]);
    expect((await send(procurement, '/organization', { name: 'x' }, '/')).status).toBe(403);
    expect((await send(procurement, '/organization/sign-off-policy', { persons: 'three' }, '/')).status).toBe(403);
  });
});

describe('the members', () => {
  it('are listed with roles in words, searched and filtered, and leave as a file', async () => {
    const all = await procurement.get('/organization/members').expect(200);
    for (const said of ['佐藤 花子', '調達部門', '𠮷田 健', '要求部門']) expect(all.text).toContain(said);
    const found = await procurement.get('/organization/members').query({ q: '品質保証' });
    expect([found.text.includes('長瀬 由香'), found.text.includes('𠮷田 健')]).toEqual([true, false]);
    const auditors = await procurement.get('/organization/members').query({ role: 'auditor' });
    expect([auditors.text.includes('岩本 聡'), auditors.text.includes('𠮷田 健')]).toEqual([true, false]);
    expect((await procurement.get('/organization/members').query({ q: '%' })).text).toContain('条件に合うメンバーはいません');
    const file = await procurement.get('/organization/members').query({ format: 'csv' });
    expect([file.headers['content-type'], file.text.includes('佐藤 花子')]).toEqual(['text/csv; charset=utf-8', true]);
    expect((await procurement.get('/organization/members').query({ sort: 'name', dir: 'desc' })).status).toBe(200);
  });

  it('are invited by an administrator, with what is wrong named at once', async () => {
    const blank = await send(admin, '/organization/members/invite', { email: 'x', displayName: '', roles: [] }, '/organization/members/invite');
    expect(blank.status).toBe(422);
    for (const said of ['メールアドレスの形式で入力してください', '氏名を入力してください', '役割を一つ以上選んでください']) expect(blank.text).toContain(said);
    const noKey = await send(admin, '/organization/members/invite', { email: 'a@b.example', displayName: '検 一郎', roles: ['inspector'] }, '/organization/members/invite');
    expect([noKey.status, noKey.text.includes('署名・承認をする人には社員番号が必要です'), noKey.text.includes('value="inspector" checked')]).toEqual([422, true, true]);
    const both = await send(admin, '/organization/members/invite', { email: 'a@b.example', displayName: '検 一郎', roles: ['tenant_admin', 'approver'], personKey: 'Z-9' }, '/organization/members/invite');
    expect(both.text).toContain('管理者は、承認・検査・確認などの判断をする役割を兼ねられません');
    const sent = await send(admin, '/organization/members/invite', { email: 'kenichi@b.example', displayName: '検 一郎', department: '品質保証部', title: '', roles: ['inspector', 'receiver'], personKey: 'Y-77', language: 'en' }, '/organization/members/invite');
    expect([sent.status, sent.headers.location, await lastAct()]).toEqual([303, '/organization/members', 'organization.invite_member']);
    const again = await send(admin, '/organization/members/invite', { email: 'kenichi@b.example', displayName: '検 一郎', roles: ['receiver'] }, '/organization/members/invite');
    expect([again.status, again.text.includes('すでに招待を送っています')]).toEqual([409, true]);
  });

  it('who have not answered stand above with the life of their link; it is sent again or withdrawn', async () => {
    const invitationId = await world.portal.get(InviteMember).execute(world.onodera, { email: 'late@b.example', displayName: '遅 太郎', roles: ['receiver'] });
    expect((await admin.get('/organization/members')).text).toContain('送信中');
    await world.portal.get(OneTimeTokens).mint({ kind: 'member_invitation', email: 'late@b.example', payload: { organizationId: world.buyer, invitationId } });
    expect((await admin.get('/organization/members')).text).toMatch(/<span>返答待ち<\/span>[\s\S]{0,40}<span class="sub">リンクは .+ まで/);
    expect((await send(admin, `/organization/invitations/${invitationId}/resend`, {}, '/organization/members')).headers.location).toBe('/organization/members');
    expect(await lastAct()).toBe('organization.resend_invitation');
    expect((await send(admin, `/organization/invitations/${invitationId}/withdrawal`, {}, '/organization/members')).status).toBe(303);
    expect((await admin.get('/organization/members')).text).not.toContain('遅 太郎');
    const closed = await send(admin, `/organization/invitations/${invitationId}/resend`, {}, '/organization/members');
    expect([closed.status, closed.text.includes('すでに受諾されたか取り消されています')]).toEqual([409, true]);
    expect((await procurement.get('/organization/members')).text).not.toContain('返答待ちの招待');
  });

  it('get other roles, a name and a department; who signs keeps the employee number', async () => {
    const path = `/organization/members/${world.hamada.memberId}`;
    const page = await admin.get(path).expect(200);
    for (const said of ['濵田 剛', '納品書に基づいて受け取り', '退任の手続き']) expect(page.text).toContain(said);
    expect((await send(admin, `${path}/roles`, { roles: ['receiver', 'inspector'] }, path)).headers.location).toBe(path);
    expect((await admin.get(path)).text).toContain('受領担当、検査者');
    const none = await send(admin, `${path}/roles`, { roles: [] }, path);
    expect([none.status, none.text.includes('役割を一つ以上選んでください')]).toEqual([422, true]);
    const other = await send(admin, `${path}/roles`, { roles: ['receiver'], personKey: 'Y-99' }, path);
    expect([other.status, other.text.includes('社員番号は変更できません')]).toEqual([409, true]);
    expect((await send(admin, path, { displayName: '濱田 剛', department: '物流部', title: '課長' }, path)).status).toBe(303);
    expect(await lastAct()).toBe('organization.change_member');
    for (const said of ['濱田 剛', '物流部']) expect((await admin.get(path)).text).toContain(said);
    expect((await send(admin, path, { displayName: ' ' }, path)).status).toBe(422);
  });

  it('an administrator is not offered a sign-off role for himself, and is refused one in words', async () => {
    const path = `/organization/members/${world.onodera.memberId}`;
    const page = await admin.get(path);
    expect([page.text.includes('value="approver"'), page.text.includes('自分に割り当てることができません')]).toEqual([false, true]);
    const refused = await send(admin, `${path}/roles`, { roles: ['tenant_admin', 'supplier_signer'] }, path);
    expect([refused.status, refused.text.includes('署名・承認の役割を自分に割り当てることはできません')]).toEqual([403, true]);
    const last = await send(admin, `${path}/roles`, { roles: ['requester'] }, path);
    expect([last.status, last.text.includes('管理者が一人もいなくなる')]).toEqual([409, true]);
  });

  it('are shown to colleagues without forms, and to nobody else', async () => {
    const path = `/organization/members/${world.hamada.memberId}`;
    const page = await procurement.get(path).expect(200);
    expect(page.text).not.toMatch(/<form method="post" action="\/organization/);
    for (const one of [`${path}/removal`, '/organization/members/invite']) expect([one, (await procurement.get(one)).status]).toEqual([one, 403]);
    await procurement.get(`/organization/members/${world.takahashi.memberId}`).expect(404);
  });

  it('leave after it was shown what waits for them and what nobody else does, and are out at once', async () => {
    const leaver = await world.enter(world.nakamura);
    await leaver.get('/').expect(200);
    const path = `/organization/members/${world.nakamura.memberId}`;
    const before = await admin.get(`${path}/removal`).expect(200);
    for (const said of ['中村 光', 'ほかに担当する人がいません', '仕様承認者', '対応待ちの仕事']) expect(before.text).toContain(said);
    expect((await send(admin, `${path}/removal`, {}, `${path}/removal`)).headers.location).toBe('/organization/members');
    expect(await lastAct()).toBe('organization.remove_member');
    await leaver.get('/').expect(303);
    const gone = await admin.get(path).expect(200);
    expect([gone.text.includes('退任'), gone.text.includes('<form method="post" action="/organization')]).toEqual([true, false]);
    await admin.get(`${path}/removal`).expect(404);
    const row = await world.portal.get(TenantDb).run(world.onodera, (tx) => world.portal.get(Members).byId(tx, world.nakamura.memberId!));
    expect(row?.leftAt).not.toBeNull();
    const self = await send(admin, `/organization/members/${world.onodera.memberId}/removal`, {}, '/organization/members');
    expect([self.status, self.text.includes('管理者が一人もいなくなる')]).toEqual([409, true]);
  });
});

describe('the sites', () => {
  it('are added and changed by procurement, with what is wrong named', async () => {
    const wrong = await send(procurement, '/organization/sites', { name: '', address: '' }, '/organization/sites');
    expect([wrong.status, wrong.text.match(/入力してください/g)!.length >= 2]).toEqual([422, true]);
    expect((await send(procurement, '/organization/sites', { name: '北上工場', nameEn: 'Kitakami', address: '岩手県北上市1' }, '/organization/sites')).headers.location).toBe('/organization/sites');
    const twice = await send(procurement, '/organization/sites', { name: '北上工場', address: '岩手県' }, '/organization/sites');
    expect([twice.status, twice.text.includes('「北上工場」はすでに登録されています')]).toEqual([409, true]);
    const path = `/organization/sites/${world.ownSiteId}`;
    expect((await procurement.get(path)).text).toContain('value="熊本工場"');
    expect((await send(procurement, path, { name: '北上工場', address: 'x' }, path)).status).toBe(409);
    expect((await send(procurement, path, { name: '熊本第一工場', nameEn: '', address: '熊本県菊池郡大津町1' }, path)).status).toBe(303);
    expect([await lastAct(), (await procurement.get('/organization/sites')).text.includes('熊本第一工場')]).toEqual(['organization.change_site', true]);
  });

  it('are read by everybody, who sees no form for them', async () => {
    const page = await (await world.enter(world.hamada)).get('/organization/sites').expect(200);
    expect([page.text.includes('熊本第一工場'), page.text.includes('action="/organization/sites"')]).toEqual([true, false]);
  });

  it('an organisation without any is told what they are for', async () => {
    const stranger = await world.enter(world.toyama);
    expect((await stranger.get('/organization/sites')).text).toContain('自社工場に要求を送るには、先に登録してください');
    expect(await post(stranger, '/organization/sites', { name: '堺工場', address: '大阪府堺市' }, '/organization/sites')).toMatchObject({ status: 303 });
  });
});

it('says the same in English', async () => {
  await world.scene.superuser('update identity.identity set language = $2 where id = $1', [world.onodera.identityId!, 'en']);
  const page = await admin.get(`/organization/members/${world.hamada.memberId}`);
  for (const said of ['Change roles', 'Receives goods against the delivery note', 'Member is leaving']) expect(page.text).toContain(said);
});
