import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Agent, Response as Answer } from 'supertest';
import { ROLES } from '@libs/organization';
import type { Role } from '@libs/organization';
import { declaredRoutes } from '@platform/http';
import { IdentityDb, Identities, Passwords } from '@platform/identity';
import { isId, newId } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { PASSWORD, csrf, grantStepUp, openPortal, signIn } from '../portal/portal.fixtures.js';
import type { Portal } from '../portal/portal.fixtures.js';
import { Scene, playJourney } from '../support/journey.js';
import { changedTables, fingerprint } from './fingerprint.js';
import { openEnds } from './open-ends.js';
import { FORMS, NO_IDS, NO_OBJECT, OBJECTS, WORDS_OF_OTHERS } from './routes/index.js';
import type { World } from './routes/routes.js';

let scene: Scene;
let portal: Portal;
let journey: World;
let stranger: Agent;
/** The stranger's administrator: what only an administrator may do is tried by one. */
let admin: Agent;
beforeAll(async () => {
  scene = await Scene.open();
  const played = await playJourney(scene);
  journey = { ...played, ...await openEnds(scene, played) };
  portal = await openPortal({}, scene);
  symlinkSync(scene.root, join(portal.dataDir, 'files')); // the files that the verbs stored
  const roles = ROLES.filter((role): role is Role => role !== 'tenant_admin' && role !== 'auditor');
  stranger = await enter(await journey.people.hire(journey.toyama, { name: '外山 二郎', department: '総務部', personKey: 'M-02', roles }));
  await grantStepUp(portal, stranger);
  admin = await enter(journey.toyama);
}, 120_000);
afterAll(async () => {
  await portal?.close();
  await scene?.close();
});

async function enter(who: Actor): Promise<Agent> {
  await portal.get(Identities).setPassword(who.identityId!, await portal.get(Passwords).hash(PASSWORD), portal.get(IdentityDb));
  return signIn(portal, (await portal.get(Identities).byId(who.identityId!))!.email);
}

interface Route { readonly method: string; readonly path: string }
/** As the router knows them, health checks and assets apart. */
function routes(): Route[] {
  interface Layer { readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> } }
  const { router } = portal.app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } };
  return router.stack.flatMap(({ route }) => route ? Object.keys(route.methods).map((method) => ({ method: method.toUpperCase(), path: String(route.path) })) : []);
}
const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
/** What a page says, without what differs from one answer to the next. */
const said = ({ text }: Answer): string => (text ?? '').replaceAll(/(?:value|content)="[^"]*"|[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z0-9]{8,}/g, '');
const shown = (answer: Answer): string => `${answer.text ?? ''}${Buffer.isBuffer(answer.body) ? answer.body.toString('latin1') : ''}`;

describe('the portal’s routes', () => {
  it('stand in a list when they carry a parameter or change something', () => {
    const named = routes().filter((route) => route.path.includes(':') || route.method !== 'GET').map(nameOf);
    expect(named.length).toBeGreaterThan(10);
    expect(named.sort()).toEqual([...new Set([...Object.keys(OBJECTS), ...Object.keys(NO_OBJECT), ...Object.keys(FORMS).filter((name) => !name.startsWith('GET ')), ...Object.keys(NO_IDS)])].sort());
  });

  it('are those that declare a permission', () => {
    const declared = declaredRoutes(portal.app).map((route) => `/${route.path}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1'));
    expect(new Set(routes().map((route) => route.path.replace(/(.)\/$/, '$1')))).toEqual(new Set(declared));
  });
});

const ids = (given: string | Readonly<Record<string, string>>): Readonly<Record<string, string>> => typeof given === 'string' ? { '*': given } : given;
/** The path with every parameter filled in: a named one with its own value, any other with `*`. */
const at = (path: string, given: Readonly<Record<string, string>>): string => path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(given[name] ?? given['*']!));
/** The same with ids that name nothing. */
const nothing = (given: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(given).map(([name, value]) => [name, isId(value) ? newId() : value]));
const fields = (form: object, change: (value: string) => string): object => Object.fromEntries(Object.entries(form).map(([name, value]) => [name, Array.isArray(value) ? value.map((one) => change(String(one))) : change(String(value))]));
const SESSIONS = ['identity.session'];

async function ask(method: string, path: string, form: object, who = stranger): Promise<Answer> {
  if (method === 'GET') return who.get(path).query(form);
  return who.post(path).type('form').send({ ...form, _csrf: await csrf(who, '/') });
}
const quiet = async (before: ReadonlyMap<string, string>): Promise<string[]> => changedTables(before, await fingerprint(scene)).filter((table) => !SESSIONS.includes(table));

describe('somebody of another company, with every role', () => {
  it.each(Object.keys(OBJECTS))('gets from %s what an object that does not exist gives, and changes nothing', async (name) => {
    const [method, path] = name.split(' ') as [string, string];
    const { params, form = {}, by } = OBJECTS[name]!(journey);
    const who = by === 'admin' ? admin : stranger;
    const given = ids(params);
    const before = await fingerprint(scene);
    const [foreign, missing] = [await ask(method, at(path, given), form, who), await ask(method, at(path, nothing(given)), form, who)];
    expect([name, foreign.status, missing.status]).toEqual([name, 404, 404]);
    expect(said(foreign)).toBe(said(missing));
    expect(WORDS_OF_OTHERS.filter((word) => shown(foreign).includes(word))).toEqual([]);
    expect(await quiet(before)).toEqual([]);
  });

  it.each(Object.keys(FORMS))('gets from %s with foreign ids in the form or the query what unknown ones give, and changes nothing', async (name) => {
    const [method, path] = name.split(' ') as [string, string];
    for (const form of FORMS[name]!(journey)) {
      const before = await fingerprint(scene);
      const foreign = await ask(method, path, form);
      const missing = await ask(method, path, fields(form, (value) => isId(value) ? newId() : value));
      expect([name, foreign.status, foreign.headers.location]).toEqual([name, missing.status, missing.headers.location]);
      expect([name, method === 'GET' ? [200, 404, 422] : [404, 409, 422], foreign.status]).toEqual([name, expect.arrayContaining([foreign.status]), foreign.status]);
      expect(WORDS_OF_OTHERS.filter((word) => shown(foreign).includes(word))).toEqual([]);
      expect(await quiet(before)).toEqual([]);
    }
  });

  it.each(Object.keys(OBJECTS))('is told nothing else by %s for an id that is none', async (name) => {
    const [method, path] = name.split(' ') as [string, string];
    if (method !== 'GET') return;
    const who = OBJECTS[name]!(journey).by === 'admin' ? admin : stranger;
    for (const wrong of ['1', '%00', "'", '..%2f..', '00000000-0000-0000-0000-00000000000g']) {
      const { status } = await who.get(path.replaceAll(/:\w+/g, wrong));
      expect([wrong, [400, 404].includes(status)]).toEqual([wrong, true]);
    }
  });

  it('finds none of it on the pages without an id', async () => {
    for (const { method, path } of routes().filter((route) => route.method === 'GET' && !route.path.includes(':'))) {
      if (path.startsWith('/mailbox')) continue; // the example's mailbox shows every letter, without SMTP only
      const answer = await stranger.get(path).redirects(1);
      expect([method, path, answer.status < 500, [...WORDS_OF_OTHERS, journey.requestId, journey.certificateId].filter((word) => shown(answer).includes(word))]).toEqual([method, path, true, []]);
    }
  });

  it('cannot switch into an organisation he does not belong to', async () => {
    const before = await fingerprint(scene);
    const send = async (organizationId: string): Promise<Answer> => stranger.post('/organizations').type('form').send({ _csrf: await csrf(stranger, '/'), organizationId });
    const [foreign, missing] = [await send(journey.buyer), await send(newId())];
    expect([foreign.status, missing.status]).toEqual([404, 404]);
    expect(changedTables(before, await fingerprint(scene)).filter((table) => table !== 'identity.session')).toEqual([]);
    expect((await stranger.get('/')).text).toContain('無関係工業');
  });
});

describe('somebody who is not signed in', () => {
  it.each(Object.keys(OBJECTS))('is led from %s to the sign-in page, whatever the id', async (name) => {
    const [method, path] = name.split(' ') as [string, string];
    if (method !== 'GET') return; // a form needs the token of a page that only the signed-in see
    const given = ids(OBJECTS[name]!(journey).params);
    for (const params of [given, nothing(given)]) {
      const { status, headers } = await portal.agent().get(at(path, params));
      expect([name, status, headers.location]).toEqual([name, 303, expect.stringMatching(/^\/sign-in/)]);
    }
  });
});

describe('the parties of the request', () => {
  it('see each other’s part of it, and not what is still the other side’s own', async () => {
    const [sato, takahashi] = [await enter(journey.sato), await enter(journey.takahashi)];
    const both = [`/requests/${journey.requestId}`, `/responses/${journey.second.statementId}`, `/specifications/${journey.editionId}`, `/inspections/${journey.goodInspectionId}`,
      `/certificates/${journey.certificateId}`, `/evidence/${journey.evidence.id}`];
    for (const path of both) expect([path, (await sato.get(path)).status, (await takahashi.get(path)).status]).toEqual([path, 200, 200]);
    const suppliers = [`/responses/${journey.unsigned.statementId}`, `/responses/${journey.unsealed.statementId}`, `/evidence/${journey.uncited.id}`];
    for (const path of suppliers) expect([path, (await sato.get(path)).status]).toEqual([path, 404]);
    const buyers = [`/inspections/${journey.openInspectionId}`, `/inspections/${journey.judgedInspectionId}`, `/specifications/${journey.unsentEditionId}`, `/requests/${journey.ownRequestId}`,
      `/requests/${journey.unjoinedRequestId}`, `/certificates/${journey.preparedCertificateId}`];
    for (const path of buyers) expect([path, (await sato.get(path)).status, (await takahashi.get(path)).status]).toEqual([path, 200, 404]);
  });
});
