import fc from 'fast-check';
import { request as http } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OPERATIONS } from '../../apps/api/src/operations/index.js';
import { MORE, PARAMETERS } from '../isolation/api-attempts.js';
import type { ApiOpen } from '../isolation/api-attempts.js';
import { openApiEnds } from './api.fixtures.js';
import type { ApiWorld } from './api.fixtures.js';
import type { Open } from '../isolation/open-ends.js';

type Json = Readonly<Record<string, unknown>>;
interface Described { readonly operationId: string; readonly parameters: readonly { name: string; in: string; schema: Json }[]; readonly requestBody?: { content: Readonly<Record<string, { schema: Json }>> } }
interface Document { readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>; readonly components: { readonly schemas: Readonly<Record<string, Json>> } }

let world: ApiWorld & Open;
let document: Document;
let tokens: string[];
beforeAll(async () => {
  world = await openApiEnds();
  document = (await world.anonymous.get('/api/v1/openapi.json')).body as Document;
  const people = [world.sato, world.takahashi, world.nagase, world.onodera, world.yoshida, world.toyama];
  tokens = ['', 'knsh_nobody', ...await Promise.all(people.map(async (who) => (await world.as(who)).token!))];
  await new Promise<void>((done) => world.app.getHttpServer().listen(0, '127.0.0.1', () => done()));
}, 180_000);
afterAll(() => world?.close());

interface Sent { readonly method: string; readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly body: Buffer | null }
interface Got { readonly status: number; readonly text: string }

function send({ method, path, headers, body }: Sent): Promise<Got> {
  const { port } = world.app.getHttpServer().address() as AddressInfo;
  return new Promise((done, failed) => {
    const asked = http({ host: '127.0.0.1', port, method, path, headers: body ? { ...headers, 'content-length': String(body.length) } : headers }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part)).on('end', () => done({ status: reply.statusCode!, text: Buffer.concat(parts).toString() })).on('error', failed);
    });
    asked.on('error', (error: NodeJS.ErrnoException) => (['ECONNRESET', 'EPIPE'].includes(error.code ?? '') ? done({ status: 499, text: '' }) : failed(error)));
    asked.end(body ?? undefined);
  });
}

const NASTY = ['', '\u0000', 'a\u0000b', '\ud800', '\udfff\ud800', '𠮷髙﨑㈱①', 'x'.repeat(5000), "'; drop table app.member; --", '../../etc/passwd', '%', '_', '\\', '{{7*7}}', '=1+1', '<script>', '-1', '1e999', 'null', '9999-12-31', '2026-02-30', '0000-00-00', '‮gpj.exe'];
const nasty = fc.oneof(fc.constantFrom(...NASTY), fc.string(), fc.string({ unit: 'binary' }));
const anything = fc.anything({ maxDepth: 2, withNullPrototype: false }).map((value) => { try { return JSON.parse(JSON.stringify(value) ?? 'null') as unknown; } catch { return null; } });
const number = fc.oneof(fc.constantFrom(0, -1, 1, 0.1, 1e9, 1e15, 1e21, 2 ** 31, 2 ** 53, -0.0001), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));

/** Mostly as described, sometimes anything at all. */
function valueOf(schema: Json): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 6, arbitrary: fitting(schema) }, { weight: 1, arbitrary: fc.oneof(nasty, number, fc.boolean(), fc.constant(null), anything) });
}

function fitting(schema: Json): fc.Arbitrary<unknown> {
  const { $ref, type, enum: values, const: constant, anyOf, oneOf, properties = {}, items, format, additionalProperties } = schema as {
    $ref?: string; type?: string | string[]; enum?: unknown[]; const?: unknown; anyOf?: Json[]; oneOf?: Json[]; properties?: Readonly<Record<string, Json>>; items?: Json; format?: string; additionalProperties?: unknown };
  if ($ref) return fitting(document.components.schemas[$ref.split('/').at(-1)!]!);
  if (constant !== undefined) return fc.constant(constant);
  if (values) return fc.constantFrom(...values);
  const choices = anyOf ?? oneOf;
  if (choices) return fc.oneof(...choices.map(fitting));
  const one = [type].flat()[0];
  if (one === 'object') return fc.record(Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, valueOf(inner)])), { requiredKeys: [] }).chain((made) => (additionalProperties === false ? fc.constant(made) : fc.constant(made)));
  if (one === 'array') return fc.array(valueOf(items ?? {}), { maxLength: 3 });
  if (one === 'boolean') return fc.boolean();
  if (one === 'integer' || one === 'number') return number;
  if (one === 'null') return fc.constant(null);
  if (format === 'uuid') return fc.oneof(fc.constantFrom(...idsOfTheWorld()), fc.uuid());
  if (format === 'date') return fc.constantFrom('2026-11-20', '2026-12-31', '2027-02-28', '1900-01-01', '2199-12-31');
  return fc.oneof(fc.constantFrom('x', '確認しました', world.weakKey, 'PO-1', 'a@example.jp'), nasty);
}

let ids: string[] | undefined;
const idsOfTheWorld = (): string[] => (ids ??= Object.entries(PARAMETERS).filter(([name]) => name.endsWith('Id') && name !== 'tokenId').map(([, of]) => of(world as unknown as ApiOpen)).filter(Boolean));

const percent = (text: string): string => { try { return encodeURIComponent(text); } catch { return '%ED%A0%80'; } };
const encoded = fc.oneof(nasty.map(percent), fc.constantFrom('%', '%zz', '%ff', '%00', '%c0%af', '..', '.', '%2e%2e%2f'));

function callOf([path, method, described]: readonly [string, string, Described]): fc.Arbitrary<Sent> {
  const operation = OPERATIONS.find(({ id }) => id === described.operationId)!;
  const parameters = described.parameters.filter((one) => one.in === 'path').map(({ name }) => fc.oneof({ weight: 5, arbitrary: fc.constant(percent(PARAMETERS[name]!(world as unknown as ApiOpen) ?? 'x')) }, { weight: 1, arbitrary: encoded }));
  const queries = described.parameters.filter((one) => one.in === 'query').map(({ name, schema }) => fc.option(valueOf(schema).map((value) => `${name}=${percent(typeof value === 'string' ? value : JSON.stringify(value) ?? '')}`), { nil: '', freq: 2 }));
  const good = MORE[operation.id]?.(world as unknown as ApiOpen).body;
  const schema = described.requestBody?.content['application/json']?.schema;
  const json = schema ? fc.oneof({ weight: 4, arbitrary: valueOf(schema) }, { weight: 2, arbitrary: good ? mutated(good) : valueOf(schema) }) : fc.constant(undefined);
  const body = fc.oneof({ weight: 6, arbitrary: json.map((value) => (value === undefined ? null : Buffer.from(JSON.stringify(value) ?? 'null'))) },
    { weight: 1, arbitrary: fc.constantFrom('{', '[[[[', '{"a":1,}', '"', '\u0000', '{"__proto__":{"a":1}}', '{"constructor":1}', '1', 'null', '[]').map((text) => Buffer.from(text)) }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)) });
  const header = fc.record({
    authorization: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...tokens).map((token) => `Bearer ${token}`) }, { weight: 1, arbitrary: fc.constantFrom('Bearer', 'Basic eDp5', 'Bearer a b', '') }),
    'content-type': fc.oneof({ weight: 8, arbitrary: fc.constant('application/json') }, { weight: 1, arbitrary: fc.constantFrom('application/json; charset=utf-16', 'application/json; charset=x', 'text/plain', '', 'multipart/form-data; boundary=x', 'application/octet-stream') }),
    'if-match': fc.constantFrom('"1"', '0', '2', '*', 'W/"1"', '"99999999999"', ''), 'idempotency-key': fc.oneof(fc.uuid(), fc.constantFrom('', 'same', 'a b', 'x'.repeat(300))),
    'accept-language': fc.constantFrom('ja', 'en', 'xx;q=9', ';;;', ''), 'content-encoding': fc.constantFrom('identity', 'gzip', 'br', 'nonsense'), range: fc.constantFrom('bytes=0-1', 'x'), 'x-request-id': fc.constantFrom('abc', '\'"<>', 'x'.repeat(100)),
  }, { requiredKeys: ['authorization', 'content-type'] });
  return fc.tuple(fc.tuple(...parameters), fc.tuple(...queries), body, header, fc.boolean()).map(([words, asked, given, headers, plain]) => {
    let index = 0;
    const filled = path.replaceAll(/\{\w+\}/g, () => String(words[index++]));
    const query = asked.filter((word) => word !== '').join('&');
    const rest = plain ? Object.fromEntries(Object.entries(headers).filter(([name]) => !['content-encoding', 'idempotency-key'].includes(name))) : headers;
    return { method: method.toUpperCase(), path: query ? `${filled}?${query}` : filled, headers: rest, body: method === 'get' ? null : given };
  });
}

/** A body that would be right, with one of its values replaced. */
function mutated(good: Readonly<Record<string, unknown>>): fc.Arbitrary<unknown> {
  return fc.tuple(fc.constantFrom(...Object.keys(good), 'extra'), fc.oneof(nasty, number, anything)).map(([name, value]) => ({ ...good, [name]: value }));
}

/** Milliseconds for the whole of it; what does not fit in is left for the next run, which starts elsewhere. */
const BOUND = 30_000;
const PER_OPERATION = 30;

describe('whatever is sent to the API', () => {
  it('is answered without a defect, by every operation and to every kind of caller', async () => {
    const began = performance.now();
    const all = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, described]) => [path, method, described] as const));
    const statuses = new Map<number, number>();
    const defects = new Map<string, string>();
    let called = 0;
    for (const one of all) {
      const until = performance.now() + (BOUND - (performance.now() - began)) / (all.length - called);
      called += 1;
      for (const [index, sent] of fc.sample(callOf(one), PER_OPERATION).entries()) {
        if (index > 0 && performance.now() > until) break;
        const { status, text } = await send(sent);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status >= 500) defects.set(one[2].operationId, `${sent.method} ${sent.path} ${JSON.stringify(sent.headers)} ${sent.body?.toString('utf8') ?? ''} → ${text}`.slice(0, 1000));
      }
    }
    expect(called).toBe(OPERATIONS.length);
    expect([...defects]).toEqual([]);
    const told = [...statuses.keys()];
    // all the ways there are were taken, or nothing was proved
    expect(told).toEqual(expect.arrayContaining([200, 400, 401, 403, 404, 415, 422]));
    expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(all.length);
  }, 90_000);
});
