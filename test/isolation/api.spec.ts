import type { Response as Answer } from 'supertest';
import { ROLES } from '@libs/organization';
import type { Role } from '@libs/organization';
import { IssueAccessToken } from '@platform/identity';
import { isId, newId } from '@platform/tenancy';
import { OPERATIONS } from '../../apps/api/src/operations/index.js';
import type { Operation } from '../../apps/api/src/web/operation.js';
import { parametersOf } from '../../apps/api/src/web/operation.js';
import { openApiEnds } from '../api/api.fixtures.js';
import type { ApiWorld, Call, Client } from '../api/api.fixtures.js';
import { EMPTY, MORE, PARAMETERS, QUERIES, WITHOUT_IDS } from './api-attempts.js';
import type { ApiOpen } from './api-attempts.js';
import { changedTables, fingerprint } from './fingerprint.js';
import type { Open } from './open-ends.js';

let world: ApiWorld & Open & Pick<ApiOpen, 'tokenId' | 'announcedId'>;
let stranger: Client;
beforeAll(async () => {
  const opened = await openApiEnds();
  const { id: tokenId } = await opened.scene.do(IssueAccessToken, opened.sato, { name: '他社のトークン', scopes: ['read'], days: 30 });
  world = { ...opened, tokenId, announcedId: opened.announcementId };
  const roles = ROLES.filter((role): role is Role => role !== 'tenant_admin' && role !== 'auditor');
  stranger = await opened.as(await opened.people.hire(opened.toyama, { name: '外山 二郎', department: '総務部', personKey: 'M-02', roles }));
  await stranger.get('/organization');
}, 180_000);
afterAll(() => world?.close());

const WORDS = ['山手デバイス', '髙﨑精機', 'YMT-2026', '枚葉式洗浄装置', 'SWC-300', '高純度薬品', '他社のトークン', '社内規程'];
/** What differs from one call to the next. */
const QUIET = ['identity.access_token', 'identity.rate_limit'];
const leaks = ({ text, body }: Answer): string[] => WORDS.filter((word) => `${text ?? ''}${Buffer.isBuffer(body) ? body.toString() : ''}`.includes(word));
const said = ({ body }: Answer): unknown => ({ ...body, instance: null });
const swap = <T>(value: T): T => JSON.parse(JSON.stringify(value ?? null), (_, one: unknown) => (typeof one === 'string' && isId(one) ? newId() : one)) as T;

function attempt(operation: Operation): { path: Record<string, string>; call: Call } {
  const { path = {}, query, body, version } = MORE[operation.id]?.(world) ?? {};
  const given = Object.fromEntries(parametersOf(operation).map((name) => [name, path[name] ?? PARAMETERS[name]!(world)]));
  return { path: given, call: { query, body, headers: version === undefined ? {} : { 'if-match': String(version) } } };
}
const at = (operation: Operation, path: Readonly<Record<string, string>>): string => operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name]!));
const objects = OPERATIONS.filter((operation) => parametersOf(operation).length > 0 || (operation.method !== 'get' && operation.id in MORE));
const named = (operations: readonly Operation[]): [string, Operation][] => operations.map((operation) => [operation.id, operation]);

describe('the operations of the API', () => {
  it('stand in the lists: with their objects, or with the reason why they name none', () => {
    const parameters = new Set(OPERATIONS.flatMap(parametersOf));
    expect([...parameters].filter((name) => !(name in PARAMETERS))).toEqual([]);
    const bare = OPERATIONS.filter((operation) => operation.method !== 'get' && parametersOf(operation).length === 0 && !(operation.id in MORE) && !(operation.id in WITHOUT_IDS));
    expect(bare.map(({ id }) => id)).toEqual([]);
    const bodies = OPERATIONS.filter((operation) => operation.body && !(operation.id in MORE) && !(operation.id in WITHOUT_IDS));
    expect(bodies.map(({ id }) => id)).toEqual([]);
    const asks = OPERATIONS.filter((operation) => Object.keys(operation.query).some((name) => name.endsWith('Id')) && !(operation.id in QUERIES));
    expect(asks.map(({ id }) => id)).toEqual([]);
    const known = new Set(OPERATIONS.map(({ id }) => id));
    expect([...Object.keys(MORE), ...Object.keys(QUERIES), ...Object.keys(WITHOUT_IDS), ...Object.keys(EMPTY)].filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('a program of another company, with every role', () => {
  it.each(named(objects))('gets from %s what an object that does not exist gives, and changes nothing', async (id, operation) => {
    const { path, call } = attempt(operation);
    const before = await fingerprint(world.scene);
    const foreign = await stranger.call(operation.method, at(operation, path), call);
    const missing = await stranger.call(operation.method, at(operation, swap(path)), { ...call, body: call.body && swap(call.body) });
    const status = operation.act.stepUp || !operation.act.roles.some((role) => role !== 'tenant_admin') ? 403 : id in EMPTY ? 200 : 404;
    expect([id, foreign.status, missing.status]).toEqual([id, status, status]);
    expect(said(foreign)).toEqual(said(missing));
    expect(leaks(foreign)).toEqual([]);
    expect(changedTables(before, await fingerprint(world.scene)).filter((table) => !QUIET.includes(table))).toEqual([]);
  });

  it.each(Object.keys(QUERIES))('learns nothing from %s by the ids of others', async (id) => {
    const operation = OPERATIONS.find((one) => one.id === id)!;
    const query = QUERIES[id]!(world);
    const [foreign, missing] = [await stranger.call('get', operation.path, { query }), await stranger.call('get', operation.path, { query: swap(query) })];
    expect([id, foreign.status, said(foreign)]).toEqual([id, missing.status, said(missing)]);
    expect(leaks(foreign)).toEqual([]);
  });

  it.each(named(OPERATIONS.filter((operation) => operation.method === 'get' && parametersOf(operation).length === 0)))('finds nothing of others in %s', async (id, operation) => {
    const words = 'q' in operation.query ? ['洗浄', 'YMT', 'PO-', 'REQ-'].map((q) => ({ q })) : [{}];
    for (const query of words) {
      const answer = await stranger.call('get', operation.path, { query });
      expect([id, [200, 403].includes(answer.status), leaks(answer)]).toEqual([id, true, []]);
      if (typeof answer.body.total === 'number' && id !== 'listMembers') expect([id, answer.body.total]).toEqual([id, 0]);
    }
  });

  it.each(named(OPERATIONS.filter((operation) => parametersOf(operation).some((name) => name.endsWith('Id')) && !operation.act.stepUp)))('is told nothing else by %s for an id that is none', async (id, operation) => {
    const { path, call } = attempt(operation);
    for (const wrong of ['1', '%00', "'", '..%2f..', '00000000-0000-0000-0000-00000000000g', '%ff']) {
      const address = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name.endsWith('Id') ? wrong : encodeURIComponent(path[name]!)));
      const { status } = await stranger.call(operation.method, address, call);
      expect([id, wrong, [400, 403, 404].includes(status)]).toEqual([id, wrong, true]);
    }
  });
});

describe('a sign-off', () => {
  it.each(named(OPERATIONS.filter(({ act }) => act.stepUp)))('%s is refused to the token of the very person who may do it', async (id, operation) => {
    const { path, call } = attempt(operation);
    const everybody = [world.sato, world.nakamura, world.watanabe, world.sakuraba, world.kanzaki];
    const who = everybody.find(({ roles }) => operation.act.roles.some((role) => roles.includes(role)))!;
    const before = await fingerprint(world.scene);
    const { status, body } = await (await world.as(who)).call(operation.method, at(operation, path), call);
    expect([id, status, body.code]).toEqual([id, 403, 'common.sign_off_needs_session']);
    const changed = changedTables(before, await fingerprint(world.scene)).filter((table) => !QUIET.includes(table));
    expect(changed.filter((table) => !/audit_event|pgboss/.test(table))).toEqual([]); // the token itself was made
  });
});

describe('those who may', () => {
  // without this, a list of attempts that are wrong in themselves would pass
  const owners: Readonly<Record<string, keyof ApiOpen>> = {
    extendRequest: 'sato', answerQuestion: 'takahashi', returnWithFindings: 'sato', replyToFinding: 'takahashi', changeDraft: 'yoshida', placeOrder: 'sato', recordResult: 'nagase', openInspection: 'nagase', declineSignature: 'kanzaki',
  };
  it.each(Object.entries(owners))('are let: %s by %s', async (id, key) => {
    const operation = OPERATIONS.find((one) => one.id === id)!;
    const { path, call } = attempt(operation);
    const version = id === 'answerQuestion' ? (await (await world.as(world.takahashi)).get(at(operation, path))).headers.etag! : call.headers!['if-match'];
    const { status } = await (await world.as(world[key as 'sato'])).call(operation.method, at(operation, path), { ...call, headers: version ? { 'if-match': version } : {} });
    expect([id, status]).toEqual([id, operation.status]);
  });
});
