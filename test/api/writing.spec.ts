import { openApi } from './api.fixtures.js';
import type { ApiWorld, Client } from './api.fixtures.js';

let world: ApiWorld;
let sato: Client;
beforeAll(async () => {
  world = await openApi();
  sato = await world.as(world.sato);
}, 120_000);
afterAll(() => world?.close());

let count = 0;
const site = (change: object = {}) => ({ counterpartyCode: `N${++count}`, makerName: '新潟電子㈱', factoryName: '長岡工場', address: '新潟県長岡市1', kind: 'equipment', sme: false, ...change });
const sitesOf = async (code: string): Promise<number> => (await sato.get('/suppliers', { q: code })).body.total as number;
const events = async (): Promise<number> => (await world.scene.superuser<{ n: number }>('select count(*)::int as n from app.audit_event'))[0]!.n;

describe('a write with an Idempotency-Key', () => {
  it('that is sent fifty times at once happens once, and all are told the same', async () => {
    const body = site();
    const before = await events();
    const answers = await Promise.all(Array.from({ length: 50 }, () => sato.post('/suppliers', body, { 'idempotency-key': 'fifty' })));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(201);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(49);
    expect([await sitesOf(body.counterpartyCode), await events() - before]).toEqual([1, 1]);
  }, 60_000);

  it('is refused when the same key says something else, and nothing happens', async () => {
    const [first, second] = [site(), site()];
    expect((await sato.post('/suppliers', first, { 'idempotency-key': 'other' })).status).toBe(201);
    const refused = await sato.post('/suppliers', second, { 'idempotency-key': 'other' });
    expect([refused.status, refused.body.code, await sitesOf(second.counterpartyCode)]).toEqual([422, 'idempotency.key_reused', 0]);
    expect((await sato.post(`/requests/${world.requestId}/withdrawal`, { reason: 'x' }, { 'idempotency-key': 'other' })).body.code).toBe('idempotency.key_reused');
  });

  it('that was refused may be tried again with the same key', async () => {
    const body = site({ counterpartyCode: ' ' });
    expect((await sato.post('/suppliers', body, { 'idempotency-key': 'again' })).status).toBe(422);
    expect((await sato.post('/suppliers', { ...body, counterpartyCode: 'N-again' }, { 'idempotency-key': 'again' })).status).toBe(201);
  });

  it('belongs to its member alone, and is forgotten after a day', async () => {
    const body = site();
    const key = { 'idempotency-key': 'mine' };
    expect((await sato.post('/suppliers', body, key)).status).toBe(201);
    expect((await (await world.as(world.onodera)).post('/organization/sites', { name: '札幌工場', address: '札幌市1' }, key)).status).toBe(201);
    const before = world.scene.clock.now();
    world.scene.clock.advance(86_400_001);
    const again = await sato.post('/suppliers', body, key);
    expect([again.status, again.body.code]).toEqual([409, 'supplier.already_registered']);
    await sato.post('/suppliers', site(), { 'idempotency-key': 'sweeps' });
    const [{ n }] = await world.scene.superuser<{ n: number }>(`select count(*)::int as n from app.idempotent_answer`) as [{ n: number }];
    expect(n).toBe(1);
    world.scene.clock.set(before);
  });

  it('answers without a body the same way', async () => {
    const key = { 'idempotency-key': 'nothing' };
    const path = `/requests/${world.unjoinedRequestId}/extension`;
    expect((await sato.post(path, { dueOn: '2026-12-24', reason: '延長' }, key)).status).toBe(204);
    expect((await sato.post(path, { dueOn: '2026-12-24', reason: '延長' }, key)).status).toBe(204);
    expect((await sato.post(path, { dueOn: '2026-12-24', reason: '延長' })).status).toBe(422);
  });

  it.each(['', 'two words', 'x'.repeat(201)])('takes no key like %j', async (key) => {
    const { status, body } = await sato.post('/suppliers', site(), { 'idempotency-key': key });
    expect([status, body.code]).toEqual([422, 'api.key_malformed']);
  });

  it('that brings a file keeps one file', async () => {
    const words = { fileName: '現場写真.pdf' };
    const key = { 'idempotency-key': 'file' };
    const send = (bytes: string) => sato.call('post', '/evidence', { body: Buffer.from(bytes), query: words, headers: key });
    const [first, second] = [await send('%PDF-1.7\n写真\n'), await send('%PDF-1.7\n写真\n')];
    expect([first.status, second.body]).toEqual([201, first.body]);
    expect((await send('%PDF-1.7\n別の写真\n')).body.code).toBe('idempotency.key_reused');
    expect((await sato.get('/evidence', { q: '現場写真' })).body.total).toBe(1);
  });
});

describe('an update of what others edit too', () => {
  it('names the version it was made on, and overwrites nothing silently', async () => {
    const { body: made } = await sato.post('/suppliers', site());
    const path = `/suppliers/${made.id}`;
    const { headers: { etag } } = await sato.get(path);
    expect(etag).toMatch(/^"\d+"$/);
    const change = site({ counterpartyCode: 'CH-1' });
    expect((await sato.put(path, change)).body.code).toBe('api.if_match_missing');
    expect((await sato.put(path, change)).status).toBe(428);
    expect((await sato.put(path, change, { 'if-match': '*' })).body.code).toBe('api.if_match_malformed');
    expect((await sato.put(path, change, { 'if-match': etag! })).status).toBe(204);
    const stale = await sato.put(path, { ...change, factoryName: '別の工場' }, { 'if-match': etag! });
    expect([stale.status, stale.body.code, (await sato.get(path)).body.factoryName]).toEqual([409, 'supplier.stale', '長岡工場']);
  });
});

describe('a list', () => {
  it('that the database cuts is turned to its end, each line once', async () => {
    for (let index = 0; index < 7; index += 1) await sato.post('/suppliers', site({ makerName: '頁送り㈱' }));
    const seen: string[] = [];
    let path: string | null = '/suppliers?q=%E9%A0%81%E9%80%81%E3%82%8A&limit=3';
    for (let pages = 0; path !== null; pages += 1) {
      const { body, headers, status }: Awaited<ReturnType<Client['get']>> = await sato.get(path);
      expect([status, pages < 4, body.total]).toEqual([200, true, 7]);
      expect(headers.link ?? null).toBe(body.next && `<${body.next}>; rel="next"`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      path = body.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
  });
  it('told by line goes on after the line that was told last', async () => {
    const first = (await sato.get('/organization/sites', { limit: 1 })).body;
    const second = (await sato.get(first.next)).body;
    expect(second.items[0].id).not.toBe(first.items[0].id);
  });
  it.each([{ cursor: 'x' }, { cursor: 'w-1' }, { limit: 0 }, { limit: 201 }, { limit: 'many' }, { nope: 1 }, { late: 'perhaps' }])('refuses %j', async (words) => {
    expect((await sato.get('/requests', words as never)).status).toBe(422);
  });
});
