import { IdentityDb } from '@platform/identity';
import { JobQueue } from '@platform/jobs';
import { OneTimeTokens, PASSWORD, csrf, openPortal, post, signIn } from './portal.fixtures.js';
import type { Portal } from './portal.fixtures.js';

let portal: Portal;
beforeAll(async () => { portal = await openPortal(); });
afterAll(() => portal?.close());

const linkFor = async (email: string): Promise<string> => `/sign-up/${(await portal.get(OneTimeTokens).mint({ kind: 'sign_up', email, payload: {} })).token}`;
const COMPANY = { name: '新光デバイス株式会社', nameEn: 'Shinko Devices', address: '東京都品川区1-1', corporateNumber: '', certificatePrefix: 'SKD', department: '調達部', personKey: 'S-01' };

describe('signing up', () => {
  it('is linked from the sign-in page and answers a known and an unknown address the same', async () => {
    await portal.person('known@device.example.jp', '既知 次郎');
    expect((await portal.agent().get('/sign-in')).text).toContain('href="/sign-up"');
    const sent = jest.spyOn(portal.get(JobQueue), 'send');
    const [known, unknown] = [await post(portal.agent(), '/sign-up', { email: 'known@device.example.jp' }, '/sign-up'), await post(portal.agent(), '/sign-up', { email: 'new@device.example.jp' }, '/sign-up')];
    const bare = (text: string): string => text.replaceAll(/(value|content)="[^"]*"/g, '');
    expect([known.status, unknown.status]).toEqual([200, 200]);
    expect(bare(known.text)).toBe(bare(unknown.text));
    expect(sent.mock.calls.map(([, , data]) => (data as { kind: string }).kind)).toEqual(['sign_up', 'sign_up']);
    sent.mockRestore();
  });

  it('says what is wrong with an address', async () => {
    const { status, text } = await post(portal.agent(), '/sign-up', { email: 'not an address' }, '/sign-up');
    expect([status, text.includes('メールアドレスの形式で入力してください'), text.includes('value="not an address"')]).toEqual([422, true, true]);
  });

  it('leads from the link to an account, to the organisation, to its empty home page with what to do first', async () => {
    const agent = portal.agent();
    const link = await linkFor('founder@device.example.jp');
    expect((await agent.get(link).expect(200)).text).toContain('founder@device.example.jp のアカウントを作成します');
    const weak = await post(agent, `${link}/account`, { displayName: '新 太郎', password: 'short' }, link);
    expect([weak.status, weak.text.includes('value="新 太郎"')]).toEqual([422, true]);
    await agent.get(`${link}/account`).expect(303).expect('location', link);
    const account = await post(agent, `${link}/account`, { displayName: '新 太郎', password: PASSWORD }, link);
    expect([account.status, account.headers.location]).toEqual([303, '/sign-up/organization']);
    await portal.agent().get(link).expect(422);
    const page = await agent.get('/sign-up/organization');
    expect(page.text).toContain('新 太郎 さんが、この組織の管理者になります');
    const blank = await post(agent, '/sign-up/organization', { name: ' ', address: '', certificatePrefix: 'あ', corporateNumber: '1' }, '/sign-up/organization');
    expect(blank.status).toBe(422);
    for (const said of ['組織名を 200 文字以内で入力してください', '所在地を 400 文字以内で入力してください', '接頭辞は半角英数字', '法人番号が正しくありません']) expect(blank.text).toContain(said);
    const token = await csrf(agent, '/sign-up/organization');
    const founded = await agent.post('/sign-up/organization').type('form').send({ _csrf: token, ...COMPANY, duties: ['procurement', 'requester', 'approver'] });
    expect([founded.status, founded.headers.location]).toEqual([303, '/']);
    const home = await agent.get('/');
    for (const said of ['新光デバイス株式会社', '組織を登録しました', '最初にすること', 'href="/organization/members/invite"', 'href="/suppliers"', 'href="/specifications/new"', '調達部門、']) expect(home.text).toContain(said);
    expect(home.text).not.toContain('承認者</span>'); // nobody makes himself an approver
    expect((await agent.get('/')).text).not.toContain('組織を登録しました');
  });

  it('asks somebody with an account to sign in, who then founds an organisation', async () => {
    await portal.person('again@device.example.jp', '再 二郎');
    const page = await portal.agent().get(await linkFor('again@device.example.jp'));
    expect(page.text).toContain('href="/sign-in?next=/sign-up/organization"');
    const agent = await signIn(portal, 'again@device.example.jp');
    expect((await agent.get('/organizations')).text).toContain('href="/sign-up/organization"');
    await agent.get('/sign-up').expect(303).expect('location', '/sign-up/organization');
    await agent.get(await linkFor('again@device.example.jp')).expect(303).expect('location', '/sign-up/organization');
    expect((await post(agent, '/sign-up/organization', { name: '第二工業㈱', address: '大阪府' }, '/sign-up/organization')).status).toBe(303);
    expect((await agent.get('/')).text).toMatch(/<strong>第二工業㈱<\/strong>/);
  });

  it('refuses a prefix that another organisation has, and keeps what was typed', async () => {
    await portal.person('third@device.example.jp', '三 三郎');
    const agent = await signIn(portal, 'third@device.example.jp');
    const taken = await post(agent, '/sign-up/organization', { ...COMPANY, name: '別会社㈱' }, '/sign-up/organization');
    expect([taken.status, taken.text.includes('接頭辞 SKD は別の組織が使用しています'), taken.text.includes('value="別会社㈱"')]).toEqual([409, true, true]);
  });

  it('needs a person: without signing in nobody founds anything', async () => {
    await portal.agent().get('/sign-up/organization').expect(303).expect('location', '/sign-in?next=%2Fsign-up%2Forganization');
    expect((await post(portal.agent(), '/sign-up/organization', COMPANY)).headers.location).toBe('/sign-in');
  });

  it('says of a link that never was what it says of a used one', async () => {
    expect((await portal.agent().get('/sign-up/AAAAAAAAAAAAAAAAAAAAAA')).text).toContain('使用済みか、有効期限が切れています');
  });

  it('speaks English to who reads English', async () => {
    expect((await portal.agent().get('/sign-up').set('accept-language', 'en')).text).toContain('Sign up as a buyer');
  });

  it('takes no NUL into the database', async () => {
    const agent = portal.agent();
    const token = await csrf(agent, '/sign-up');
    await agent.post('/sign-up').type('form').send(`_csrf=${token}&email=a%00b@c.example`).expect(422);
    await agent.post('/sign-in').type('form').send(`_csrf=${token}&email=a%00b@c.example&password=x`).expect(422);
  });
});

describe('where sign-up is closed', () => {
  it('the page says whom to ask, and nothing else works', async () => {
    const closed = await openPortal({ SIGN_UP: 'closed' });
    try {
      const page = await closed.agent().get('/sign-up').expect(200);
      expect(page.text).toContain('社内の Kenshu 管理者に招待を依頼してください');
      expect(page.text).not.toContain('type="email"');
      expect((await post(closed.agent(), '/sign-up', { email: 'a@b.example' })).status).toBe(403);
      const { token } = await closed.get(OneTimeTokens).mint({ kind: 'sign_up', email: 'a@b.example', payload: {} });
      await closed.agent().get(`/sign-up/${token}`).expect(403);
      expect((await post(closed.agent(), `/sign-up/${token}/account`, { displayName: '新', password: PASSWORD })).status).toBe(403);
      await closed.person('member@b.example', '会員');
      const agent = await signIn(closed, 'member@b.example');
      await agent.get('/sign-up/organization').expect(303).expect('location', '/sign-up');
      expect((await post(agent, '/sign-up/organization', COMPANY, '/organizations')).status).toBe(403);
      expect((await agent.get('/organizations')).text).not.toContain('/sign-up/organization');
      expect(await closed.get(IdentityDb).query("select 1 from identity.identity where email = 'a@b.example'")).toEqual([]);
    } finally {
      await closed.close();
    }
  });
});
