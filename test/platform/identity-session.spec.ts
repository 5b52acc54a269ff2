import express from 'express';
import type { Express } from 'express';
import session from 'express-session';
import passport from 'passport';
import request from 'supertest';
import { PasswordGuard, PgSessionStore, Sessions, SignOut, StepUps, SweepIdentity, cookieName, endSession, sessionOptions, startSession } from '@platform/identity';
import type { IdentityRow } from '@platform/identity';
import { newId } from '@platform/tenancy';
import type { OrganizationId } from '@platform/tenancy';
import { IdentityFixture, PASSWORD } from './identity.fixture.js';

const organizationId = newId<'Organization'>() as OrganizationId;
let fixture: IdentityFixture;
let person: IdentityRow;
let hold: Promise<void> = Promise.resolve();
let arrived = (): void => undefined;

/** A door in miniature: what a portal does with sessions and nothing else. */
function door(secure: boolean): Express {
  const app = express();
  app.set('trust proxy', true);
  app.use(session(sessionOptions(fixture.app.get(PgSessionStore), { secrets: ['test-only'], secure })));
  app.post('/sign-in', (req, res, next) => { startSession(req, person.id, null).then(() => res.end(), next); });
  app.post('/switch', (req, res, next) => { startSession(req, person.id, organizationId).then(() => res.end(), next); });
  app.post('/password', express.urlencoded({ extended: false }), passport.authenticate('password', { session: false, failWithError: true }) as express.RequestHandler,
    (req, res) => { res.json(req.user); });
  app.use('/password', ((error: { code?: string }, _req, res, _next) => { res.status(422).json({ code: error.code ?? 'none' }); }) as express.ErrorRequestHandler);
  app.post('/sign-out', (req, res, next) => { endSession(req).then(() => res.end(), next); });
  app.post('/slow', (req, res, next) => { Object.assign(req.session, { note: 'x' }); arrived(); hold.then(() => res.end(), next); });
  app.get('/me', (req, res) => { res.json({ identityId: req.session.identityId ?? null, organizationId: req.session.organizationId ?? null, sid: req.sessionID }); });
  return app;
}

beforeAll(async () => {
  fixture = await IdentityFixture.open();
  person = await fixture.person('sato@takasaki-semi.example', '佐藤 花');
});
afterAll(() => fixture.close());

const cookieOf = (response: { headers: Record<string, unknown> }): string => (response.headers['set-cookie'] as string[])[0];
const rows = async (): Promise<number> => Number((await fixture.owner.query('select count(*)::int as n from identity.session') as { n: number }[])[0].n);

describe('the sign-in form', () => {
  const post = (fields: object): Promise<{ body: object }> => request(door(false)).post('/password').type('form').send(fields);
  it('goes through passport-local', async () => {
    expect((await post({ email: person.email, password: PASSWORD })).body).toMatchObject({ id: person.id, displayName: '佐藤 花' });
    expect((await post({ email: person.email, password: 'wrong' })).body).toEqual({ code: 'identity.sign_in_failed' });
    expect((await post({ email: person.email, password: '' })).body).toEqual({ code: 'none' }); // passport’s own answer; PasswordGuard names it
    expect(() => new PasswordGuard().handleRequest(null, false)).toThrow('identity.sign_in_failed');
  });
});

describe('a session', () => {
  it('is a __Host- cookie behind https, out of reach of scripts and other sites', async () => {
    const cookie = cookieOf(await request(door(true)).post('/sign-in').set('X-Forwarded-Proto', 'https'));
    expect(cookie).toMatch(/^__Host-kenshu=/);
    expect(cookie).toMatch(/; Path=\/;.*HttpOnly; Secure; SameSite=Lax$/);
    expect(cookieName(false)).toBe('kenshu');
  });
  it('gets a new id at sign-in and at switching; the old id is worth nothing', async () => {
    const agent = request.agent(door(false));
    await agent.post('/sign-in');
    const first = (await agent.get('/me')).body as { sid: string; identityId: string };
    expect(first.identityId).toBe(person.id);
    await agent.post('/switch');
    const second = (await agent.get('/me')).body as { sid: string; organizationId: string };
    expect(second.organizationId).toBe(organizationId);
    expect(second.sid).not.toBe(first.sid);
    expect(await fixture.app.get(Sessions).load(first.sid)).toBeUndefined();
  });
  it('is stored under a hash of its id', async () => {
    const agent = request.agent(door(false));
    await agent.post('/sign-in');
    const { sid } = (await agent.get('/me')).body as { sid: string };
    expect(JSON.stringify(await fixture.owner.query('select * from identity.session'))).not.toContain(sid);
  });
  it('is not made for a visitor who only looks', async () => {
    const before = await rows();
    await request(door(false)).get('/me');
    expect(await rows()).toBe(before);
  });
  it('ends with signing out, second factor and all', async () => {
    const agent = request.agent(door(false));
    await agent.post('/sign-in');
    const { sid } = (await agent.get('/me')).body as { sid: string };
    await fixture.app.get(SignOut).execute({ sid, identityId: person.id });
    expect((await agent.get('/me')).body).toMatchObject({ identityId: null });
    expect(await fixture.app.get(StepUps).grantOf(sid)).toBeNull();
  });
  it('ends when idle, stays when used, and ends for good after twelve hours', async () => {
    const agent = request.agent(door(false));
    await agent.post('/sign-in');
    const identity = async (minutes: number): Promise<unknown> => {
      fixture.clock.advance(minutes * 60_000);
      return ((await agent.get('/me')).body as { identityId: unknown }).identityId;
    };
    for (let hour = 0; hour < 13; hour += 1) expect(await identity(55)).toBe(person.id);
    expect(await identity(5)).toBeNull();
    await agent.post('/sign-in');
    expect(await identity(59)).toBe(person.id);
    expect(await identity(60)).toBeNull();
  });
  it('is not brought back by a request that was under way when it was ended', async () => {
    const agent = request.agent(door(false));
    await agent.post('/sign-in');
    const { sid } = (await agent.get('/me')).body as { sid: string };
    let release = (): void => undefined;
    hold = new Promise((resolve) => { release = resolve; });
    const underWay = new Promise<void>((resolve) => { arrived = resolve; });
    const slow = agent.post('/slow').then((response) => response);
    await underWay;
    await fixture.app.get(Sessions).endAllOf(person.id);
    release();
    await slow;
    expect(await fixture.app.get(Sessions).load(sid)).toBeUndefined();
  });
  it('is swept away when it has ended', async () => {
    await fixture.session('left behind', person);
    fixture.clock.advance(61 * 60_000);
    await fixture.app.get(SweepIdentity).execute();
    expect(await rows()).toBe(0);
  });
});
