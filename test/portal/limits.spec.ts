import request from 'supertest';
import { LIMITS } from '@platform/rate-limit';
import { PASSWORD, csrf, openPortal, post, signIn } from './portal.fixtures.js';
import type { Portal } from './portal.fixtures.js';
import { Scene } from '../support/journey.js';

let scene: Scene;
let portal: Portal;
beforeAll(async () => {
  scene = await Scene.open();
  portal = await openPortal({}, scene);
});
afterAll(async () => {
  await portal?.close();
  await scene?.close();
});
beforeEach(() => portal.clock.advance(86_400_000));

const many = async <T>(count: number, ask: () => Promise<T>): Promise<T[]> => {
  const answers: T[] = [];
  for (let n = 0; n < count; n += 1) answers.push(await ask());
  return answers;
};

describe('what is asked too often', () => {
  it('is answered with 429, in words and with when to come back, and goes on afterwards', async () => {
    const agent = portal.agent();
    let token = await csrf(agent, '/sign-up');
    const ask = (): Promise<request.Response> => agent.post('/sign-up').type('form').send({ _csrf: token, email: 'not an address' });
    const answers = await many(LIMITS.sign_up.times, ask);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([422]));
    const refused = await ask();
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '3600']);
    for (const said of ['短い時間に何度も操作されたため', '約 60 分', 'common.too_many']) expect(refused.text).toContain(said);
    portal.clock.advance(3_600_000);
    token = await csrf(agent, '/sign-up'); // the session is over meanwhile
    expect((await ask()).status).toBe(422);
  });

  it('holds for links, whoever tries them', async () => {
    const answers = await many(LIMITS.link.times, () => portal.agent().get('/invitations/AAAAAAAAAAAAAAAAAAAAAA'));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([422]));
    for (const path of ['/invitations/x', '/join/x', '/password-reset/x', '/sign-up/x']) expect([path, (await portal.agent().get(path)).status]).toEqual([path, 429]);
    expect((await portal.agent().get('/sign-in')).status).toBe(200);
  });

  it('holds for the reset of a password', async () => {
    const agent = portal.agent();
    const token = await csrf(agent, '/password-reset');
    let n = 0;
    const ask = (): Promise<request.Response> => agent.post('/password-reset').type('form').send({ _csrf: token, email: `a${++n}@b.example` });
    expect(new Set((await many(LIMITS.password_reset.times, ask)).map(({ status }) => status))).toEqual(new Set([200]));
    expect((await ask()).status).toBe(429);
  });

  it('counts a person, not a device, at the second factor', async () => {
    await portal.organization('二要素㈱', await portal.person('two@factor.example', '二 要素'));
    const [one, other] = [await signIn(portal, 'two@factor.example'), await signIn(portal, 'two@factor.example')];
    const token = await csrf(one, '/step-up');
    await many(LIMITS.step_up.times, () => one.post('/step-up/code').type('form').send({ _csrf: token, code: '1' }));
    expect((await post(other, '/step-up', { password: PASSWORD }, '/step-up')).status).toBe(429);
    await portal.organization('別人㈱', await portal.person('one@factor.example', '別 人'));
    expect((await post(await signIn(portal, 'one@factor.example'), '/step-up', { password: PASSWORD }, '/step-up')).status).toBe(303);
  });

  // last: passport keeps one strategy per process, and the portals opened here are closed again
  it('holds at another portal on the same database, and after a restart', async () => {
    await many(LIMITS.link.times, () => portal.agent().get('/join/AAAAAAAAAAAAAAAAAAAAAA'));
    const another = await openPortal({}, scene);
    try {
      expect((await another.agent().get('/join/x')).status).toBe(429);
    } finally {
      await another.close();
    }
    const restarted = await openPortal({}, scene);
    try {
      expect((await restarted.agent().get('/join/x')).status).toBe(429);
      portal.clock.advance(LIMITS.link.seconds * 1000);
      expect((await restarted.agent().get('/join/x')).status).toBe(422);
    } finally {
      await restarted.close();
    }
  });
});
