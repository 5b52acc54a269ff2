import type request from 'supertest';
import { PASSWORD, csrf, openPortal, post, signIn } from './portal.fixtures.js';
import type { Portal } from './portal.fixtures.js';

let portal: Portal;
const cookieOf = (answer: request.Response): string => String(answer.headers['set-cookie']);

beforeAll(async () => {
  portal = await openPortal();
  const keiko = await portal.person('keiko@device.example.jp', '髙﨑 恵子');
  await portal.organization('東都デバイス㈱', keiko, ['procurement']);
  const two = await portal.person('two@device.example.jp', '𠮷田 二');
  await portal.organization('第一㈱', two);
  await portal.organization('第二㈱', two);
  await portal.person('nowhere@device.example.jp');
});
afterAll(() => portal.close());

describe('signing in', () => {
  it('leads a person of one organisation home', async () => {
    const agent = await signIn(portal, 'keiko@device.example.jp');
    const home = await agent.get('/').expect(200);
    expect(home.text).toContain('髙﨑 恵子');
    expect(home.text).toContain('東都デバイス㈱');
  });

  it('leads back to the page that asked for it, and never to another site', async () => {
    const agent = portal.agent();
    const asked = await agent.get('/certificates?state=issued').expect(303);
    expect(asked.headers.location).toBe('/sign-in?next=%2Fcertificates%3Fstate%3Dissued');
    const back = await post(agent, '/sign-in', { email: 'keiko@device.example.jp', password: PASSWORD, next: '/certificates?state=issued' });
    expect(back.headers.location).toBe('/certificates?state=issued');
    const evil = await post(portal.agent(), '/sign-in', { email: 'keiko@device.example.jp', password: PASSWORD, next: '//evil.example' });
    expect(evil.headers.location).toBe('/');
  });

  it('answers an unknown address exactly like a wrong password', async () => {
    const wrong = await post(portal.agent(), '/sign-in', { email: 'a@b.example', password: 'not this one' });
    const unknown = await post(portal.agent(), '/sign-in', { email: 'keiko@device.example.jp', password: 'not this one' });
    const bare = (answer: request.Response): string => answer.text.replaceAll(/(?:value|content)="[^"]*"/g, '');
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    expect(bare(wrong)).toBe(bare(unknown));
    expect(wrong.text).toContain('メールアドレスまたはパスワードが正しくありません');
  });

  it('locks an address after some failures, and the lock survives a restart because it lies in the database', async () => {
    const agent = portal.agent();
    for (let n = 0; n < 5; n += 1) await post(agent, '/sign-in', { email: 'locked@device.example.jp', password: `wrong ${n}` });
    const locked = await post(agent, '/sign-in', { email: 'locked@device.example.jp', password: PASSWORD });
    expect(locked.text).toContain('試行回数が多いため');
    portal.clock.advance(60_000);
    const later = await post(agent, '/sign-in', { email: 'locked@device.example.jp', password: 'wrong' });
    expect(later.text).not.toContain('試行回数が多いため');
  });

  it('gives the session a new id, so that whoever planted the old one has nothing', async () => {
    const agent = portal.agent();
    const before = cookieOf(await agent.get('/sign-in'));
    const after = await post(agent, '/sign-in', { email: 'keiko@device.example.jp', password: PASSWORD });
    expect(cookieOf(after)).toMatch(/kenshu=s%3A/);
    expect(cookieOf(after).split(';')[0]).not.toBe(before.split(';')[0]);
    await portal.agent().get('/').set('cookie', before.split(';')[0]).expect(303);
  });

  it('sets a cookie that scripts cannot read and other sites do not send', async () => {
    const cookie = cookieOf(await portal.agent().get('/sign-in'));
    expect(cookie).toMatch(/^kenshu=.*Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('ends for good when the person signs out', async () => {
    const agent = portal.agent();
    const stolen = cookieOf(await post(agent, '/sign-in', { email: 'keiko@device.example.jp', password: PASSWORD })).split(';')[0];
    await portal.agent().get('/').set('cookie', stolen).expect(200);
    await post(agent, '/sign-out', {}, '/');
    await agent.get('/').expect(303).expect('location', '/sign-in');
    await portal.agent().get('/').set('cookie', stolen).expect(303);
  });

  it('ends after an hour without a request and after twelve hours in any case', async () => {
    const agent = await signIn(portal, 'keiko@device.example.jp');
    portal.clock.advance(59 * 60_000);
    await agent.get('/').expect(200);
    portal.clock.advance(61 * 60_000);
    await agent.get('/').expect(303);
    const busy = await signIn(portal, 'keiko@device.example.jp');
    for (let n = 0; n < 14; n += 1) { portal.clock.advance(50 * 60_000); await busy.get('/').expect(200); }
    portal.clock.advance(50 * 60_000);
    await busy.get('/').expect(303);
  });

  it('refuses a field that is sent twice', async () => {
    const agent = portal.agent();
    const token = await csrf(agent);
    await agent.post('/sign-in').type('form').send(`_csrf=${token}&email=a&email=b&password=c`).expect(422);
  });
});

describe('choosing the organisation', () => {
  it('is asked of a person who belongs to several, and every page waits for it', async () => {
    const agent = portal.agent();
    const answer = await post(agent, '/sign-in', { email: 'two@device.example.jp', password: PASSWORD, next: '/certificates' });
    expect(answer.headers.location).toBe('/organizations?next=%2Fcertificates');
    await agent.get('/certificates').expect(303).expect('location', '/organizations?next=%2Fcertificates');
    const page = await agent.get('/organizations').expect(200);
    expect(page.text).toContain('第一㈱');
    expect(page.text).toContain('第二㈱');
  });

  it('switches with a new session id, and the next page is that organisation’s', async () => {
    const agent = await signIn(portal, 'two@device.example.jp');
    const page = await agent.get('/organizations');
    const [first, second] = [...page.text.matchAll(/name="organizationId" value="([^"]+)"/g)].map((match) => match[1]);
    const one = await post(agent, '/organizations', { organizationId: first }, '/organizations');
    expect(one.status).toBe(303);
    expect((await agent.get('/')).text).toMatch(/<strong>第一㈱<\/strong>/);
    const two = await post(agent, '/organizations', { organizationId: second }, '/organizations');
    expect(cookieOf(two)).toMatch(/kenshu=s%3A/);
    expect((await agent.get('/')).text).toMatch(/<strong>第二㈱<\/strong>/);
  });

  it('refuses an organisation the person does not belong to like one that does not exist', async () => {
    const agent = await signIn(portal, 'two@device.example.jp');
    const other = await portal.organization('他社㈱', await portal.person('other@x.example.jp'));
    expect((await post(agent, '/organizations', { organizationId: other }, '/organizations')).status).toBe(404);
    expect((await post(agent, '/organizations', { organizationId: '01900000-0000-7000-8000-000000000000' }, '/organizations')).status).toBe(404);
  });

  it('tells a person of no organisation so', async () => {
    const agent = await signIn(portal, 'nowhere@device.example.jp');
    expect((await agent.get('/organizations')).text).toContain('所属している組織がありません');
  });
});
