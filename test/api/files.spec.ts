import { readXlsx } from 'hucre/xlsx';
import request from 'supertest';
import { openApiEnds } from './api.fixtures.js';
import type { ApiWorld, Client } from './api.fixtures.js';
import type { Open } from '../isolation/open-ends.js';

let world: ApiWorld & Open;
let [sato, takahashi, yoshida] = [] as unknown as [Client, Client, Client];
beforeAll(async () => {
  world = await openApiEnds();
  [sato, takahashi, yoshida] = await Promise.all([world.as(world.sato), world.as(world.takahashi), world.as(world.yoshida)]);
}, 180_000);
afterAll(() => world?.close());

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
async function file(who: Client, path: string): Promise<{ name: string; bytes: Buffer }> {
  const answer = await request(world.app.getHttpServer()).get(`/api/v1${path}`).set({ authorization: `Bearer ${who.token}` }).buffer(true).parse((reply, done) => {
    const parts: Buffer[] = [];
    reply.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
  });
  expect([answer.status, answer.headers['content-type']]).toEqual([200, XLSX]);
  return { name: String(answer.headers['content-disposition']), bytes: answer.body as Buffer };
}
const csv = (...rows: readonly string[]): Buffer => Buffer.from(`${rows.join('\n')}\n`);
const upload = (who: Client, path: string, body: Buffer, query: Record<string, string> = {}, headers: Record<string, string> = {}) => who.call('post', path, { body, query: { fileName: '台帳.csv', ...query }, headers });

describe('the supplier ledger as a file', () => {
  const SUPPLIERS = csv('取引先コード,メーカ名,工場名,所在地', 'F-1,㈱雪代,甲府工場,山梨県', 'F-2,誤り㈱,,長野県');
  it('is previewed row by row with sheet, row and column, and nothing is written', async () => {
    const before = (await sato.get('/suppliers')).body.total as number;
    const { status, body } = await upload(sato, '/supplier-imports', SUPPLIERS, { kind: 'materials' });
    expect([status, body.counts]).toEqual([201, { faulty: 1, conflict: 0, new: 1, changed: 0, unchanged: 0 }]);
    expect(body.rows[1].problems).toEqual([{ sheet: body.rows[1].sheet, row: 3, column: 'C', field: 'factoryName', code: 'common.required', detail: '入力してください' }]);
    expect((await sato.get('/suppliers')).body.total).toBe(before);
  });
  it('is taken over once, and what was created is named', async () => {
    const { body: { id } } = await upload(sato, '/supplier-imports', SUPPLIERS, { kind: 'materials' });
    const { status, body } = await sato.post(`/supplier-imports/${id}/commit`);
    expect([status, body.committedBy]).toEqual([201, world.sato.name]);
    expect((await sato.get(`/suppliers/${body.rows[0].id}`)).body).toMatchObject({ counterpartyCode: 'F-1', kind: 'materials', factoryName: '甲府工場' });
    expect(body.rows[1].id).toBeNull();
    const again = await sato.post(`/supplier-imports/${id}/commit`);
    expect([again.status, again.body.code]).toEqual([409, 'workbook.already_committed']);
    expect((await sato.get(`/supplier-imports/${id}`)).body).toEqual(body);
  });
  it('that is sent twice under one key is one preview', async () => {
    const [first, second] = [await upload(sato, '/supplier-imports', SUPPLIERS, {}, { 'idempotency-key': 'ledger' }), await upload(sato, '/supplier-imports', SUPPLIERS, {}, { 'idempotency-key': 'ledger' })];
    expect([second.body.id, second.headers['idempotency-replayed']]).toEqual([first.body.id, 'true']);
  });
  it('goes out as a template in the language asked for, and that template is read', async () => {
    const ja = await file(sato, '/supplier-imports/template?language=ja');
    expect(ja.name).toContain('suppliers-template.xlsx');
    expect((await readXlsx(ja.bytes)).sheets[0]!.rows[0]).toEqual(expect.arrayContaining(['取引先コード', '工場名']));
    expect((await readXlsx((await file(sato, '/supplier-imports/template?language=en')).bytes)).sheets[0]!.rows[0]).toEqual(expect.arrayContaining(['Factory']));
    expect((await upload(sato, '/supplier-imports', ja.bytes)).body.code).toBe('workbook.no_rows');
  });
  it('that is no ledger, or none at all, is refused; and nobody else sees a preview', async () => {
    expect((await upload(sato, '/supplier-imports', csv('a,b', '1,2'))).body.code).toBe('workbook.no_ledger');
    expect((await upload(sato, '/supplier-imports', Buffer.from('PK\u0003\u0004x'))).status).toBe(422);
    expect((await takahashi.get(`/supplier-imports/${world.supplierPreviewId}`)).status).toBe(403);
    expect((await sato.get(`/supplier-imports/${world.orderPreviewId}`)).status).toBe(404);
  });
});

describe('the procurement ledger as a file', () => {
  it('becomes drafts that name their agreement, and they are named', async () => {
    const { body } = await sato.get(`/order-imports/${world.orderPreviewId}`);
    expect([body.counts.new, body.counts.faulty]).toEqual([1, 1]);
    const committed = await sato.post(`/order-imports/${world.orderPreviewId}/commit`);
    expect((await sato.get(`/orders/${committed.body.rows[0].id}`)).body).toMatchObject({ poNumber: 'U-1', state: 'draft' });
    expect((await readXlsx((await file(sato, '/order-imports/template')).bytes)).sheets).toHaveLength(2);
  });
  it('is previewed from a list', async () => {
    const { status, body } = await upload(sato, '/order-imports', csv('受注番号,注文番号,取引先コード,品名,数量,単位,発注日,納期,規定文書名,セキュア要求,契約形態', 'J-2,U-9,E1001,装置,沢山,台,2026-11-10,2026-12-10,購入仕様書,あり,請負'));
    expect([status, body.rows[0].problems]).toEqual([201, expect.arrayContaining([expect.objectContaining({ row: 2, column: 'E', field: 'quantity', code: 'workbook.not_a_number' })])]);
  });
});

describe('the questionnaire as a workbook', () => {
  it('goes out and comes back: unchanged where nobody changed anything', async () => {
    const { bytes, name } = await file(takahashi, `/requests/${world.draftRequestId}/workbook?language=en`);
    expect(name).toMatch(/REQ-\d+-\d+-en\.xlsx/);
    const { status, body } = await upload(takahashi, `/requests/${world.draftRequestId}/workbooks`, bytes, { fileName: '質問票.xlsx' });
    expect([status, body.strays, new Set(body.items.map(({ outcome }: { outcome: string }) => outcome))]).toEqual([201, [], new Set(['unchanged'])]);
    expect((await takahashi.get(`/requests/${world.draftRequestId}/workbooks/${body.id}`)).body).toEqual(body);
  });
  it('is previewed with its conflicts and its cells without a place, and saves what was decided', async () => {
    const path = `/requests/${world.draftRequestId}/workbooks/${world.workbookPreviewId}`;
    const { body } = await takahashi.get(path);
    const conflict = body.items.find(({ outcome }: { outcome: string }) => outcome === 'conflict');
    expect([conflict.conflicts.length > 0, body.strays[0].detail.length > 0]).toEqual([true, true]);
    const saved = await takahashi.post(`${path}/commit`, { choices: { [conflict.key]: 'file' } });
    expect([saved.status, saved.body.keys]).toEqual([201, expect.arrayContaining([conflict.key])]);
    expect((await takahashi.get(`/responses/${world.draftResponseId}/answers/${encodeURIComponent(conflict.key)}`)).body.answer).toEqual(conflict.file.answer);
  });
  it('goes out blank to the buyer, for a supplier that answers by mail', async () => {
    expect((await file(sato, `/requests/${world.unjoinedRequestId}/proxy-workbook`)).name).toContain('.xlsx');
    expect((await takahashi.get(`/requests/${world.draftRequestId}/proxy-workbook`)).status).toBe(403);
    expect((await sato.get(`/requests/${world.draftRequestId}/workbook`)).status).toBe(404);
  });
});

describe('a draft, part by part', () => {
  it('changes its basics, its items and their order, and refuses what was made on an older part', async () => {
    const path = `/specifications/${world.draftId}`;
    const { body: parts } = await yoshida.get(`${path}/parts`);
    const [item, other] = parts.requirements;
    const { seen, ...basics } = parts.basics;
    expect((await yoshida.put(`${path}/basics`, { ...basics, scope: '洗浄装置の全台', seen })).status).toBe(200);
    const stale = await yoshida.put(`${path}/basics`, { ...basics, scope: '別', seen });
    expect([stale.status, stale.body.code]).toEqual([409, 'specification.part_stale']);
    const change = { list: 'requirements', items: [{ editionId: item.editionId, code: item.code, seen: item.seen, values: { rationale: { ja: '当社の理由', en: 'Our reason' } } }] };
    expect((await yoshida.patch(`${path}/items`, change)).status).toBe(200);
    expect((await yoshida.patch(`${path}/items`, change)).body.code).toBe('specification.part_stale');
    const rank = ({ editionId, code }: { editionId: string; code: string }, to: number) => ({ editionId, code, rank: to });
    expect((await yoshida.put(`${path}/items/order`, { list: 'requirements', ranks: parts.requirements.map((one: typeof item, at: number) => rank(one, at === 0 ? 1 : at === 1 ? 0 : at)) })).status).toBe(200);
    const { draft } = (await yoshida.get(path)).body;
    expect([draft.scope, draft.requirements[0].code, draft.requirements[1].rationale.ja]).toEqual(['洗浄装置の全台', other.code, '当社の理由']);
  });
});

describe('notifications', () => {
  it('are listed, marked read, and chosen kind by kind', async () => {
    expect((await takahashi.get('/notifications')).status).toBe(200);
    expect((await takahashi.post('/notifications/read')).status).toBe(204);
    expect((await takahashi.get('/notifications/unread')).body).toEqual({ unread: 0 });
    expect((await takahashi.patch('/notifications/mails', { 'request.send': 'off' })).status).toBe(204);
    expect((await takahashi.get('/notifications/mails')).body.items).toContainEqual({ kind: 'request.send', delivery: 'off' });
    expect((await takahashi.patch('/notifications/mails', { nonsense: 'off' })).body.code).toBe('api.invalid');
    expect((await (await world.as(world.takahashi, ['read'])).post('/notifications/read')).body.code).toBe('access_token.scope_missing');
  });
});
