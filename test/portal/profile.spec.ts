import { PASSWORD, openPortal, post, signIn } from './portal.fixtures.js';
import type { Portal } from './portal.fixtures.js';

let portal: Portal;
const KEIKO = 'keiko@device.example.jp';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0';

beforeAll(async () => {
  portal = await openPortal();
  await portal.organization('東都デバイス㈱', await portal.person(KEIKO, '髙﨑 恵子'), ['procurement']);
});
afterAll(() => portal?.close());

const keys = (text: string): string[] => [...text.matchAll(/action="\/profile\/sessions\/([0-9a-f]{64})"/g)].map((match) => match[1]!);

describe('one’s own profile', () => {
  it('is changed in one form: name, language and time zone', async () => {
    const agent = await signIn(portal, KEIKO);
    const page = await agent.get('/profile').expect(200);
    for (const said of [KEIKO, 'value="髙﨑 恵子"', 'Asia/Tokyo (GMT+09:00)', 'href="/profile/tokens"', '東都デバイス㈱']) expect(page.text).toContain(said);
    const wrong = await post(agent, '/profile', { displayName: ' ', language: 'ja', timeZone: 'Mars/Olympus' }, '/profile');
    expect([wrong.status, wrong.text.includes('お名前を入力してください'), wrong.text.includes('タイムゾーンを正しく選んでください')]).toEqual([422, true, true]);
    const done = await post(agent, '/profile', { displayName: '髙﨑 惠子', language: 'en', timeZone: 'Europe/Berlin' }, '/profile');
    expect([done.status, done.headers.location]).toEqual([303, '/profile']);
    const after = await agent.get('/profile');
    for (const said of ['<html lang="en">', 'Your details have been saved', 'value="髙﨑 惠子"', 'value="Europe/Berlin" selected']) expect(after.text).toContain(said);
    await post(agent, '/profile', { displayName: '髙﨑 恵子', language: 'ja', timeZone: 'Asia/Tokyo' }, '/profile');
  });

  it('changes the password with the old one, and signs every other device out', async () => {
    const [here, there] = [await signIn(portal, KEIKO), await signIn(portal, KEIKO)];
    const wrong = await post(here, '/profile/password', { currentPassword: 'not this', newPassword: 'くじらが空を泳ぐ日曜日の朝' }, '/profile');
    expect([wrong.status, wrong.text.includes('パスワードが正しくありません'), wrong.text.includes('くじら')]).toEqual([422, true, false]);
    await here.get('/profile/password').expect(303).expect('location', '/profile');
    const weak = await post(here, '/profile/password', { currentPassword: PASSWORD, newPassword: 'short' }, '/profile');
    expect(weak.text).toContain('12 文字以上');
    expect((await post(here, '/profile/password', { currentPassword: PASSWORD, newPassword: 'another long password' }, '/profile')).status).toBe(303);
    await here.get('/profile').expect(200);
    await there.get('/profile').expect(303).expect('location', '/sign-in?next=%2Fprofile');
    await post(here, '/profile/password', { currentPassword: 'another long password', newPassword: PASSWORD }, '/profile');
  });

  it('lists where one is signed in, marks this device, and ends one or all others', async () => {
    const here = await signIn(portal, KEIKO);
    const there = portal.agent();
    there.set('user-agent', WINDOWS);
    await post(there, '/sign-in', { email: KEIKO, password: PASSWORD });
    const third = await signIn(portal, KEIKO);
    const page = await here.get('/profile');
    expect(page.text).toContain('Edge（Windows）');
    expect(page.text.match(/この端末/g)).toHaveLength(1);
    const row = page.text.split('<tr role="row">').find((part) => part.includes('Edge（Windows）'))!;
    expect((await post(here, `/profile/sessions/${keys(row)[0]}`, {}, '/profile')).headers.location).toBe('/profile');
    await there.get('/profile').expect(303);
    await third.get('/profile').expect(200);
    expect((await post(here, '/profile/sessions', {}, '/profile')).status).toBe(303);
    await third.get('/profile').expect(303);
    const alone = await here.get('/profile');
    expect([keys(alone.text).length, alone.text.includes('ほかの端末をすべてサインアウトさせる</button>')]).toEqual([0, false]);
  });

  it('ends nobody else’s session: a foreign key is the same answer as none', async () => {
    await portal.organization('他社㈱', await portal.person('other@x.example.jp', '他人'));
    const other = await signIn(portal, 'other@x.example.jp');
    await signIn(portal, 'other@x.example.jp');
    const [key] = keys((await other.get('/profile')).text);
    const agent = await signIn(portal, KEIKO);
    expect((await post(agent, `/profile/sessions/${key}`, {}, '/profile')).status).toBe(404);
    expect((await post(agent, '/profile/sessions/nothing', {}, '/profile')).status).toBe(404);
    expect(keys((await other.get('/profile')).text)).toEqual([key]);
  });

  it('is there for a person of no organisation too', async () => {
    await portal.person('nowhere@device.example.jp', '無所属');
    expect((await (await signIn(portal, 'nowhere@device.example.jp')).get('/profile').expect(200)).text).toContain('所属している組織がありません');
  });

  it('is nobody’s who is not signed in', async () => {
    await portal.agent().get('/profile').expect(303).expect('location', '/sign-in?next=%2Fprofile');
  });
});
