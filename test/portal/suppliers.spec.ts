import type { Agent } from 'supertest';
import { RegisterSupplierSite } from '@libs/supplier';
import { post } from './portal.fixtures.js';
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

const FORM = { counterpartyCode: 'S-77', makerName: '見本㈱', factoryName: '本社工場', address: '東京都大田区1-1', kind: 'service', sme: 'no' };
const HEADS = ['取引先コード', 'メーカ名', '工場名', '所在地', '登録日', '認定日'];
const events = async (): Promise<string[]> => (await world.scene.superuser<{ act: string }>(`select act from app.audit_event where act like 'supplier.%' order by id`)).map(({ act }) => act);

describe('the supplier ledger', () => {
  it('shows the columns of 表10, the contact, who has joined and what is open', async () => {
    const text = said(await sato.get('/suppliers'));
    for (const word of [...HEADS, '窓口', '参加状況', '未完了の依頼', '髙﨑精機㈱', '第二工場', '雪代薬品㈱', '未認定', '参加済み', '未参加']) expect(text).toContain(word);
  });

  it('is searched, filtered and sorted by the database', async () => {
    expect(said(await sato.get('/suppliers').query({ q: '雪代' }))).not.toContain('髙﨑精機');
    expect(said(await sato.get('/suppliers').query({ approved: 'no' }))).toContain('1 件');
    expect(said(await sato.get('/suppliers').query({ joined: 'yes' }))).not.toContain('雪代薬品');
    expect(said(await sato.get('/suppliers').query({ kind: 'service' }))).toContain('条件に合う工場はありません');
    const text = said(await sato.get('/suppliers').query({ sort: 'code', dir: 'desc' }));
    expect(text.indexOf('M2001')).toBeLessThan(text.indexOf('E1001'));
  });

  it('tells an empty organisation what to do next, and who may not register sees no button', async () => {
    const toyama = await world.enter(world.toyama);
    const { text } = await toyama.get('/suppliers');
    expect(text).toContain('取引先の工場を登録してください');
    expect(text).not.toContain('/suppliers/new');
    expect((await toyama.get('/suppliers/new')).status).toBe(403);
    expect((await toyama.get('/suppliers/import')).status).toBe(403);
  });

  it('speaks English too', async () => {
    await world.scene.superuser('update identity.identity set language = $2 where id = $1', [world.sato.identityId!, 'en']);
    const text = said(await sato.get('/suppliers'));
    await world.scene.superuser('update identity.identity set language = $2 where id = $1', [world.sato.identityId!, 'ja']);
    for (const word of ['Supplier ledger', 'Counterparty code', 'Not approved', 'Open requests']) expect(text).toContain(word);
  });
});

describe('a factory', () => {
  it('is registered, corrected and approved on its page', async () => {
    const made = await post(sato, '/suppliers', { ...FORM, registeredOn: '2026-11-01' }, '/suppliers/new');
    const path = made.headers.location as string;
    expect(said(await sato.get(path))).toContain('工場を登録しました');
    await post(sato, `${path}/change`, { ...FORM, address: '東京都大田区2-2', version: '1' }, `${path}/change`);
    expect(said(await sato.get(path))).toContain('東京都大田区2-2');
    await post(sato, `${path}/approval`, { approvedOn: '2026-11-02' }, path);
    expect(said(await sato.get(path))).toContain('認定済み');
  });

  it('is drawn again with what is wrong, nothing typed being lost', async () => {
    const answer = await post(sato, '/suppliers', { ...FORM, factoryName: '', contactEmail: 'x' }, '/suppliers/new');
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="見本㈱"');
    expect(answer.text).toContain('id="factoryName-error"');
    expect((await post(sato, '/suppliers', { ...FORM, counterpartyCode: 'E1001', factoryName: '第二工場' }, '/suppliers/new')).status).toBe(409);
  });

  it('that somebody else changed meanwhile is shown as it stands now, and not overwritten', async () => {
    const { headers: { location: path } } = await post(sato, '/suppliers', { ...FORM, counterpartyCode: 'S-78' }, '/suppliers/new');
    await post(sato, `${path}/change`, { ...FORM, counterpartyCode: 'S-78', address: '先に直した住所', version: '1' }, `${path}/change`);
    const answer = await post(sato, `${path}/change`, { ...FORM, counterpartyCode: 'S-78', address: '後から直した住所', version: '1' }, `${path}/change`);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('先に直した住所');
    expect(answer.text).toContain('value="後から直した住所"');
    expect(said(await sato.get(path as string))).toContain('先に直した住所');
  });

  it('tells its requests, its orders and how far its invitation is', async () => {
    const joined = said(await sato.get(`/suppliers/${world.supplierSiteId}`));
    for (const word of ['REQ-2026-0001', '枚葉式洗浄装置', 'PO-']) expect(joined).toContain(word);
    expect(said(await sato.get(`/suppliers/${world.unjoinedSiteId}`))).toMatch(/招待メールを(準備しています|送りました)/);
  });
});

describe('the ledger as a file', () => {
  it.each(['xlsx', 'csv'])('goes out as %s and comes in again without changing anything', async (format) => {
    const before = await events();
    const preview = await upload(sato, '/suppliers/import', await download(sato, `/suppliers?format=${format}`), `suppliers.${format}`, { kind: 'service' });
    expect(counts(preview)).toEqual({ new: 0, changed: 0, unchanged: 4, conflict: 0, faulty: 0 });
    expect(preview.text).not.toContain('件を取り込む');
    expect(preview.text).not.toContain('読み込まなかった列');
    expect(await events()).toEqual(before);
  });

  it('has the columns of the empty ledger, whose second sheet explains them and whose cells have drop-downs', async () => {
    const template = await download(sato, '/suppliers/import/template?format=xlsx');
    expect(template.subarray(0, 2).toString()).toBe('PK');
    const csv = (await download(sato, '/suppliers/import/template?format=csv')).toString('utf8').replace('\ufeff', '').trim();
    expect((await download(sato, '/suppliers?format=csv')).toString('utf8').split('\r\n')[0]!.replace('\ufeff', '')).toBe(csv);
    const preview = await upload(sato, '/suppliers/import', template, '空のひな形.xlsx');
    expect([preview.status, said(preview)]).toEqual([422, expect.stringContaining('見出しだけで')]);
  });

  it('is read whatever stands above it, in any order, with full-width digits and 和暦, and takes over the good rows', async () => {
    const before = (await events()).length;
    const file = await workbook({ 説明: [['この台帳は調達部の管理です']], 台帳: [
      ['サプライヤ台帳（2026年度）'], ['作成：調達部'], [],
      ['#', '工場名', '取引先コード', 'メーカー名', '住所', '認定日', '登録日', '備考'],
      [1, '松本工場', '７００１', '信濃部品㈱', '長野県松本市1', '令和8年10月1日', '２０２５／４／１', 'x'],
      [2, '岡谷工場', '7002', '信濃部品㈱', '長野県岡谷市1', null, 45748, ''],
      [3, '', '7003', '工場名なし㈱', '長野県', null, null, ''],
      [4, '上田工場', '7004', '未来㈱', '長野県上田市', '2030/01/01', null, ''],
      [5, '松本工場', '7001', '信濃部品㈱', '長野県松本市2', null, null, ''],
      [6, '第二工場', 'ｅ1001', '髙﨑精機㈱', '長野県諏訪市湖岸通り6-6', null, null, ''],
    ] });
    const preview = await upload(sato, '/suppliers/import', file, '台帳.xlsx', { kind: 'materials' });
    expect(counts(preview)).toEqual({ new: 2, changed: 1, unchanged: 0, conflict: 0, faulty: 3 });
    const text = said(preview);
    for (const word of ['「台帳」7 行目', '工場名', '入力してください', '長野県諏訪市湖岸通り5-1', '長野県諏訪市湖岸通り6-6', '読み込まなかった列：「備考」', '同じ取引先コードと工場名の行が 5 行目にもあります']) expect(text).toContain(word);
    expect(said(await sato.get('/suppliers'))).not.toContain('信濃部品');
    const done = await commit(sato, preview);
    expect(counts(done)).toEqual(counts(preview));
    expect((await events()).slice(before).sort()).toEqual(['supplier.approve', 'supplier.change', 'supplier.register', 'supplier.register']);
    const ledger = said(await sato.get('/suppliers').query({ q: '信濃' }));
    for (const word of ['７００１', '2025年4月1日', '2026年10月1日', '部素材メーカー', '2 件']) expect(ledger).toContain(word);
    expect(said(await sato.get('/suppliers').query({ q: '湖岸通り6' }))).toContain('E1001');
    const again = await upload(sato, '/suppliers/import', file, '台帳.xlsx', { kind: 'materials' });
    expect(counts(again)).toEqual({ new: 0, changed: 0, unchanged: 3, conflict: 0, faulty: 3 });
    expect((await sato.post(pathOf(preview)).type('form').send({ _csrf: /name="_csrf" value="([^"]+)"/.exec(again.text)![1] })).status).toBe(409);
  });

  it('gives the faulty rows back with what is wrong, to be corrected and sent again', async () => {
    const rows: Cells[] = [['9001', '直す㈱', '', '住所'], ['9002', '良い㈱', '工場', '住所']];
    const preview = await upload(sato, '/suppliers/import', await workbook({ 台帳: [HEADS.slice(0, 4), ...rows] }), '直す.xlsx');
    const csv = (await download(sato, `${pathOf(preview)}/refused?format=csv`)).toString('utf8');
    expect(csv).toContain('取込みの結果');
    expect(csv).toContain('9001,直す㈱,,住所,工場名: ');
    expect(csv).not.toContain('9002');
    const corrected = await upload(sato, '/suppliers/import', Buffer.from(csv.replace('直す㈱,,', '直す㈱,新工場,')), '直した.csv');
    expect(counts(corrected)).toMatchObject({ new: 1, faulty: 0 });
    expect(corrected.text).not.toContain('読み込まなかった列');
  });

  it('does not overwrite what somebody else changed since the file was made, nor since the preview', async () => {
    const csv = (await download(sato, '/suppliers?format=csv&q=S-78')).toString('utf8').replace('先に直した住所', 'ファイルの住所');
    const early = await upload(sato, '/suppliers/import', Buffer.from(csv), '早い.csv');
    expect(counts(early)).toMatchObject({ changed: 1, conflict: 0 });
    const [site] = await world.scene.superuser<{ id: string; version: number }>(`select id, version from app.supplier_site where counterparty_code = 'S-78'`);
    await post(sato, `/suppliers/${site!.id}/change`, { ...FORM, counterpartyCode: 'S-78', address: '誰かの住所', version: String(site!.version) }, `/suppliers/${site!.id}/change`);
    const late = await upload(sato, '/suppliers/import', Buffer.from(csv), '遅い.csv');
    expect(counts(late)).toMatchObject({ changed: 0, conflict: 1 });
    for (const word of ['誰かの住所', 'ファイルの住所', `更新番号を ${site!.version + 1}`]) expect(said(late)).toContain(word);
    expect(counts(await commit(sato, early))).toMatchObject({ changed: 0, conflict: 1 });
    expect(said(await sato.get(`/suppliers/${site!.id}`))).toContain('誰かの住所');
  });

  it('that is none is refused in words', async () => {
    for (const [file, name, words] of [[Buffer.from('a,b\r\n1,2'), 'x.csv', '台帳の表が見つかりません'], [Buffer.from('hello'), 'x.pdf', 'x.pdf'], [Buffer.from('PK\u0003\u0004broken'), 'x.xlsx', 'x.xlsx']] as const) {
      const answer = await upload(sato, '/suppliers/import', file, name);
      expect([name, answer.status, said(answer)]).toEqual([name, 422, expect.stringContaining(words)]);
    }
  });

  it('of yesterday is swept by who looks', async () => {
    const preview = await upload(sato, '/suppliers/import', await download(sato, '/suppliers?format=csv'), 'x.csv');
    world.scene.clock.advance(25 * 3_600_000);
    try {
      const later = await world.enter(world.sato);
      expect((await later.get(pathOf(preview))).status).toBe(404);
      const fresh = pathOf(await upload(later, '/suppliers/import', await download(later, '/suppliers?format=csv'), 'y.csv'));
      expect((await world.scene.superuser<{ id: string }>('select id from app.import_preview')).map(({ id }) => `/suppliers/import/${id}`)).toEqual([fresh]);
    } finally {
      world.scene.clock.advance(-25 * 3_600_000);
      sato = await world.enter(world.sato);
    }
  });

  it('of 2,000 rows goes through', async () => {
    const rows = Array.from({ length: 2000 }, (_, index): Cells => [`Z-${index}`, `量産${index}㈱`, '工場', `住所${index}`, '2025-04-01', index % 2 ? '2025-05-01' : null]);
    const preview = await upload(sato, '/suppliers/import', await workbook({ 台帳: [HEADS, ...rows] }), '大.xlsx');
    expect(counts(preview)).toMatchObject({ new: 2000, faulty: 0 });
    expect(counts(await commit(sato, preview))).toMatchObject({ new: 2000, faulty: 0 });
    const again = await upload(sato, '/suppliers/import', await download(sato, '/suppliers?format=xlsx'), '大.xlsx');
    expect(counts(again)).toMatchObject({ new: 0, changed: 0, conflict: 0, faulty: 0 });
  }, 300_000);
});

describe('the row that names nothing', () => {
  it('is the same answer for a stranger’s preview as for none', async () => {
    await world.scene.do(RegisterSupplierSite, world.sato, { counterpartyCode: 'Q', makerName: 'Q', factoryName: 'Q', address: 'Q', kind: 'service', sme: false });
    const preview = await upload(sato, '/suppliers/import', await download(sato, '/suppliers?format=csv&q=Q'), 'x.csv');
    expect((await sato.get(pathOf(preview).replace('/suppliers/', '/orders/'))).status).toBe(404);
  });
});
