import type { Agent } from 'supertest';
import { OrderLedger } from '@libs/insight';
import { OrderLines, RegisterOrderLine, orderLineState } from '@libs/order';
import { Deliveries } from '@libs/delivery';
import { orderTerms } from '../support/journey.js';
import { csrf, post } from './portal.fixtures.js';
import { commit, counts, download, pathOf, said, upload, workbook } from './ledger-files.fixtures.js';
import type { Cells } from './ledger-files.fixtures.js';
import { openWorld } from './world.fixtures.js';
import type { World } from './world.fixtures.js';

let world: World;
let sato: Agent;
beforeAll(async () => {
  world = await openWorld();
  sato = await world.enter(world.sato);
}, 180_000);
afterAll(() => world?.close());

const draft = (change: object = {}): Promise<string> => world.scene.do(RegisterOrderLine, world.sato, orderTerms(world.supplierSiteId, change));
const form = (change: Record<string, string> = {}): Record<string, string> => ({
  supplierSiteId: world.supplierSiteId, jobNumber: 'J-1', poNumber: 'PO-9', lineNo: '1', governingDocument: 'purchase_spec', secureRequirement: 'yes', noRequirementReason: '', contractForm: 'ukeoi',
  agreementId: world.agreementId, itemName: '膜厚測定装置', model: '', quantity: '２', unit: '台', orderedOn: '2026-11-10', dueOn: '2026-12-10', deliveryPlace: '四日市', inspectionDueOn: '2026-12-20',
  amount: '１２，０００，０００', paymentTermsDays: '60', criticality: '', ...change });
const place = async (lines: readonly { id: string; agreement?: string; version?: string }[]) => sato.post('/orders/placing').type('form').send({
  _csrf: await csrf(sato, '/orders/placing'), line: lines.map(({ id }) => id), agreement: lines.map(({ agreement = '' }) => agreement), version: lines.map(({ version = '1' }) => version) });
const events = async (): Promise<string[]> => (await world.scene.superuser<{ act: string }>(`select act from app.audit_event where act like 'order.%' order by id`)).map(({ act }) => act);

describe('the procurement ledger', () => {
  it('shows the columns of 表11 and 表12 and what became of each line', async () => {
    const text = said(await sato.get('/orders'));
    for (const word of ['受注番号', '注文番号', '発注先', '規定文書名', 'セキュア要求', '契約形態', '購入仕様書', '請負', 'REQ-2026-0001', '登録済み（未発注）', '受領したロット']) expect(text).toContain(word);
  });

  it('is searched and filtered by state, factory, requirement and what is late', async () => {
    expect(said(await sato.get('/orders').query({ state: 'draft' }))).toContain('1 件');
    expect(said(await sato.get('/orders').query({ secure: 'no' }))).toContain('1 件');
    const unjoined = said(await sato.get('/orders').query({ supplier: world.unjoinedSiteId }));
    expect([unjoined.includes('高純度薬品'), unjoined.includes('髙﨑精機')]).toEqual([true, false]);
    expect(said(await sato.get('/orders').query({ q: '高純度' }))).toContain('1 件');
    expect(said(await sato.get('/orders').query({ late: 'delivery' }))).toContain('条件に合う注文明細はありません');
    world.scene.clock.set(new Date('2026-11-29T01:00:00Z'));
    try {
      expect(said(await (await world.enter(world.sato)).get('/orders').query({ late: 'delivery' }))).toContain('納期を過ぎています');
    } finally {
      world.scene.clock.set(new Date('2026-11-12T01:00:00Z'));
      sato = await world.enter(world.sato);
    }
  });

  it('derives the state of a line as the rules do', async () => {
    await world.scene.as(world.sato, async (tx) => {
      const { rows } = await world.scene.get(OrderLedger).page(tx, {
        side: 'buyer', today: '2026-11-12', pattern: null, state: null, siteId: null, secure: null, late: null, ids: null, sort: null, descending: false, limit: 100, offset: 0 });
      for (const row of rows) {
        const line = await world.scene.get(OrderLines).byId(tx, row.id);
        const lots = await world.scene.get(Deliveries).list(tx, { orderLineId: row.id });
        const facts = { quantity: line.quantity, placed: line.placedAt !== null, cancelled: line.cancelledAt !== null };
        expect([row.poNumber, row.state]).toEqual([row.poNumber, orderLineState(facts, lots.map(({ quantity, verdict, returnedAt }) => ({ quantity, verdict, returned: returnedAt !== null })))]);
      }
      expect(new Set(rows.map(({ state }) => state)).size).toBeGreaterThan(2);
    });
  });

  it('shows a supplier its own orders without what is the buyer’s business, and no draft', async () => {
    const takahashi = await world.enter(world.takahashi);
    const text = said(await takahashi.get('/orders'));
    for (const word of ['受けた注文', '山手デバイス', '枚葉式洗浄装置']) expect(text).toContain(word);
    for (const word of ['J-2026-118', '計算機を含まない治具', '未発注', '高純度薬品']) expect(text).not.toContain(word);
    const page = said(await takahashi.get(`/orders/${world.withoutRequirementId}`));
    for (const word of ['J-2026-118', '計算機を含まない治具', '重要度', 'この注文を取り消す']) expect(page).not.toContain(word);
    expect((await takahashi.get(`/orders/${world.draftLineId}`)).status).toBe(404);
    expect((await takahashi.get('/orders/new')).status).toBe(403);
    expect((await takahashi.get('/orders?format=csv')).text).not.toContain('J-2026-118');
  });

  it('tells who has none what to do', async () => {
    const toyama = await world.enter(world.toyama);
    expect(said(await toyama.get('/orders'))).toContain('注文明細はまだありません');
  });
});

describe('an order line', () => {
  it('is proposed with the newest agreement of the factory', async () => {
    const { text } = await sato.get('/orders/new').query({ supplier: world.supplierSiteId });
    expect(text).toContain(`value="${world.agreementId}" selected`);
    expect(text).toContain(`value="${world.supplierSiteId}" selected`);
  });

  it('is entered, corrected, checked and placed', async () => {
    const { headers: { location: path } } = await post(sato, '/orders', form(), '/orders/new');
    const page = said(await sato.get(path as string));
    for (const word of ['まだ発注していません', 'REQ-2026-0001', '12,000,000']) expect(page).toContain(word);
    await post(sato, `${path}/change`, form({ quantity: '3', version: '1' }), `${path}/change`);
    expect(said(await sato.get(path as string))).toContain('3 台');
    const id = (path as string).split('/').at(-1)!;
    const check = await sato.get('/orders/placing').query({ line: id });
    expect(check.text).toContain(`value="${world.agreementId}" selected`);
    const result = await place([{ id, agreement: world.agreementId, version: '2' }]);
    expect([result.status, said(result)]).toEqual([200, expect.stringContaining('1 件を発注しました')]);
    const placed = await sato.get(path as string);
    expect(said(placed)).toContain('紐付けた合意');
    expect(placed.text).toContain('class="thread');
    expect((await sato.get(`${path}/change`)).status).toBe(409);
  });

  it('is drawn again with every field that is wrong', async () => {
    const answer = await post(sato, '/orders', form({ supplierSiteId: '', poNumber: 'PO-10' }), '/orders/new');
    expect([answer.status, answer.text.includes('id="supplierSiteId-error"')]).toEqual([422, true]);
    const wrong = await post(sato, '/orders', form({ poNumber: '', quantity: 'たくさん', secureRequirement: 'no' }), '/orders/new');
    expect(wrong.status).toBe(422);
    for (const field of ['poNumber', 'quantity', 'noRequirementReason']) expect(wrong.text).toContain(`id="${field}-error"`);
    expect(wrong.text).toContain('value="膜厚測定装置"');
  });

  it('without a security requirement has its reason and no agreement', async () => {
    const { headers: { location: path } } = await post(sato, '/orders', form({ poNumber: 'PO-11', secureRequirement: 'no', noRequirementReason: '計算機を含まない' }), '/orders/new');
    expect(said(await sato.get(path as string))).toContain('計算機を含まない');
  });

  it('that somebody else changed meanwhile is neither overwritten nor placed unseen', async () => {
    const id = await draft();
    const { text } = await sato.get(`/orders/${id}/change`);
    expect(text).toContain('name="version" value="1"');
    await post(sato, `/orders/${id}/change`, form({ poNumber: 'PO-12', version: '1' }), `/orders/${id}/change`);
    const answer = await post(sato, `/orders/${id}/change`, form({ poNumber: 'PO-12', itemName: '後から', version: '1' }), `/orders/${id}/change`);
    expect([answer.status, said(answer)]).toEqual([409, expect.stringContaining('先に変更しました')]);
    const result = await place([{ id, agreement: world.agreementId, version: '1' }]);
    expect([result.status, said(result)]).toEqual([422, expect.stringContaining('先に変更しました')]);
  });

  it('is cancelled with a reason while nothing was received', async () => {
    const id = await draft();
    expect((await post(sato, `/orders/${id}/cancellation`, { reason: '' }, `/orders/${id}`)).status).toBe(422);
    await post(sato, `/orders/${id}/cancellation`, { reason: '計画の変更' }, `/orders/${id}`);
    expect(said(await sato.get(`/orders/${id}`))).toContain('計画の変更');
    expect((await sato.get(`/orders/${world.orderLineId}`)).text).not.toContain('/cancellation');
  });

  it('says by when each lot is paid, counted from its receipt', async () => {
    const text = said(await sato.get(`/orders/${world.orderLineId}`));
    for (const word of ['DN-1', 'DN-2', '支払期日は受領日から数えます', 'あと ']) expect(text).toContain(word);
  });
});

describe('several order lines', () => {
  it('are placed together, each named in the result, and one that cannot be does not hold the others', async () => {
    const [good, none, incomplete] = [await draft(), await draft({ secureRequirement: false, noRequirementReason: '治具', itemName: '治具' }), await draft({ amount: null, itemName: '代金なし' })];
    const check = await sato.get('/orders/placing').query({ line: [good, none, incomplete, world.orderLineId, 'x'] });
    expect([...check.text.matchAll(/name="line"/g)]).toHaveLength(3);
    const result = await place([{ id: good, agreement: world.agreementId }, { id: none }, { id: incomplete, agreement: world.agreementId }, { id: world.orderLineId }]);
    const text = said(result);
    expect(result.status).toBe(200);
    for (const word of ['2 件を発注しました。2 件は発注していません', '代金の明示が必要', '治具', 'すでに発注または取消し', '不足を入力する']) expect(text).toContain(word);
  });

  it('none of which is chosen are none', async () => {
    expect(said(await sato.get('/orders/placing'))).toContain('発注できる明細が選ばれていません');
  });
});

const HEADS = ['受注番号', '注文番号', '行番号', '取引先コード', '工場名', '規定文書名', 'セキュア要求', '理由', '契約形態', '合意', '品名', '数量', '単位', '発注日', '納期', '納入場所', '検査完了期日', '金額'];
const row = (po: string, change: Readonly<Record<string, string | number | null>> = {}): Cells => HEADS.map((head) => ({
  受注番号: 'J-7', 注文番号: po, 行番号: 1, 取引先コード: 'E1001', 工場名: '第二工場', 規定文書名: '購入仕様書', セキュア要求: 'あり', 理由: null, 契約形態: '請負', 合意: 'REQ-2026-0001', 品名: '測定器', 数量: 2,
  単位: '台', 発注日: '2026/11/10', 納期: '令和8年12月10日', 納入場所: '四日市', 検査完了期日: '2026-12-20', 金額: '￥1,200,000', ...change })[head] ?? null);

describe('order lines as a file', () => {
  it.each(['xlsx', 'csv'])('go out as %s and come in again without changing anything', async (format) => {
    const before = await events();
    const preview = await upload(sato, '/orders/import', await download(sato, `/orders?format=${format}`), `orders.${format}`);
    const { unchanged, ...rest } = counts(preview);
    expect([unchanged > 9, rest]).toEqual([true, { new: 0, changed: 0, conflict: 0, faulty: 0 }]);
    expect(preview.text).not.toContain('読み込まなかった列');
    expect(await events()).toEqual(before);
  });

  it('name their agreement and become drafts that are placed together', async () => {
    const before = (await events()).length;
    const file = await workbook({ 調達台帳: [['調達台帳'], HEADS, ...Array.from({ length: 120 }, (_, index) => row(`IM-${index + 1}`)),
      row('IM-121', { セキュア要求: 'なし', 理由: '消耗品', 合意: null }), row('IM-122', { 取引先コード: 'M2001', 工場名: null, 合意: null })] });
    const preview = await upload(sato, '/orders/import', file, '注文.xlsx');
    expect(counts(preview)).toEqual({ new: 122, changed: 0, unchanged: 0, conflict: 0, faulty: 0 });
    await commit(sato, preview);
    expect((await events()).slice(before)).toEqual(Array.from({ length: 122 }, () => 'order.register'));
    const list = await sato.get('/orders').query({ q: 'IM-1', state: 'draft', sort: 'po' });
    expect(list.text).toContain('REQ-2026-0001');
    const ids = [...list.text.matchAll(/type="checkbox" name="line" value="([^"]+)"/g)].map(([, id]) => id!);
    expect(ids).toHaveLength(34);
    const check = await sato.get('/orders/placing').query({ line: ids });
    const chosen = [...check.text.matchAll(/<select[^>]*>.*?<\/select>|name="agreement" value=""/gs)].map(([html]) => /value="([^"]+)" selected/.exec(html)?.[1] ?? '');
    const order = [...check.text.matchAll(/name="line" value="([^"]+)"/g)].map(([, id]) => id!);
    const result = await place(order.map((id, index) => ({ id, agreement: chosen[index]! })));
    expect(said(result)).toContain('34 件を発注しました');
    expect(counts(await upload(sato, '/orders/import', file, '注文.xlsx'))).toEqual({ new: 0, changed: 0, unchanged: 122, conflict: 0, faulty: 0 });
  }, 60_000);

  it('say per row and column what is wrong with them', async () => {
    const preview = await upload(sato, '/orders/import', await workbook({ 調達台帳: [HEADS,
      row('F-1', { 取引先コード: '9999' }), row('F-2', { 合意: 'REQ-1999-0001' }), row('F-3', { セキュア要求: 'なし', 合意: null }), row('F-4', { 納期: '来月' }), row('F-5', { 数量: 'たくさん' }),
      row('F-6', { 契約形態: '口約束' }), row('F-7', { 取引先コード: 'M2001', 工場名: null }), row('F-8', { セキュア要求: null }), row('IM-10', { 数量: 9 }), row('F-8')] }), '誤り.xlsx');
    expect(counts(preview)).toEqual({ new: 0, changed: 0, unchanged: 0, conflict: 0, faulty: 10 });
    const text = said(preview);
    for (const word of ['サプライヤ台帳にありません', 'この番号の合意はありません', '理由を記入してください', '選択肢にない言葉です', '数字で入力してください', '別の工場に対するもの', '発注済みの明細は取り込みで変更できません', '9 行目にもあります']) expect(text).toContain(word);
    expect(said(preview)).toContain('「調達台帳」2 行目');
    expect(preview.text).not.toContain('件を取り込む');
    expect((await download(sato, `${pathOf(preview)}/refused?format=csv`)).toString('utf8')).toContain('F-1');
  });

  it('change drafts field by field, and not those that somebody else changed meanwhile', async () => {
    const id = await draft({ poNumber: 'CH-1' });
    const csv = (await download(sato, '/orders?format=csv&q=CH-1')).toString('utf8').replace('第二工場,2026', '第二工場,2026').replace(',10,台,', ',7,台,');
    const preview = await upload(sato, '/orders/import', Buffer.from(csv), 'CH.csv');
    expect(counts(preview)).toMatchObject({ changed: 1 });
    await post(sato, `/orders/${id}/change`, form({ poNumber: 'CH-1', quantity: '8', version: '1' }), `/orders/${id}/change`);
    expect(counts(await commit(sato, preview))).toMatchObject({ changed: 0, conflict: 1 });
    const late = await upload(sato, '/orders/import', Buffer.from(csv), 'CH.csv');
    expect([counts(late).conflict, said(late)]).toEqual([1, expect.stringContaining('更新番号を 2')]);
    const again = await upload(sato, '/orders/import', Buffer.from((await download(sato, '/orders?format=csv&q=CH-1')).toString('utf8').replace(',8,台,', ',7,台,')), 'CH.csv');
    await commit(sato, again);
    expect(said(await sato.get(`/orders/${id}`))).toContain('7 台');
  });

  it('of 2,000 rows go through', async () => {
    const file = await workbook({ 調達台帳: [HEADS, ...Array.from({ length: 2000 }, (_, index) => row(`BIG-${Math.floor(index / 10)}`, { 行番号: index % 10 + 1 }))] });
    const preview = await upload(sato, '/orders/import', file, '大.xlsx');
    expect(counts(preview)).toMatchObject({ new: 2000, faulty: 0 });
    expect(counts(await commit(sato, preview))).toMatchObject({ new: 2000, faulty: 0 });
    expect(counts(await upload(sato, '/orders/import', file, '大.xlsx'))).toMatchObject({ new: 0, unchanged: 2000 });
  }, 300_000);

  it('have the columns of the empty ledger', async () => {
    const csv = (await download(sato, '/orders/import/template?format=csv')).toString('utf8').replace('\r\n', '');
    expect((await download(sato, '/orders?format=csv')).toString('utf8').split('\r\n')[0]).toBe(csv);
    expect((await download(sato, '/orders/import/template?format=xlsx')).subarray(0, 2).toString()).toBe('PK');
  });
});
