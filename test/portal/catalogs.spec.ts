import type { Agent } from 'supertest';
import { ShippedEditions } from '@libs/catalog';
import { openPortal, post, signIn } from './portal.fixtures.js';
import type { Portal } from './portal.fixtures.js';

let portal: Portal;
let requester: Agent;
let auditor: Agent;
const meti = `/catalogs/${ShippedEditions.metiFactoryChecklist}`;

beforeAll(async () => {
  portal = await openPortal();
  for (const [name, roles] of [['kiryu', ['requester']], ['kansa', ['receiver']]] as const) {
    const person = await portal.person(`${name}@buyer.example`);
    await portal.organization(`${name}工業㈱`, person, roles);
  }
  [requester, auditor] = [await signIn(portal, 'kiryu@buyer.example'), await signIn(portal, 'kansa@buyer.example')];
}, 60_000);
afterAll(() => portal?.close());

describe('the catalogues', () => {
  it('are listed with what they are and how much of the source is there, never as complete', async () => {
    const { text } = await requester.get('/catalogs');
    expect(text).toContain('意見公募版');
    expect(text).toContain('32 項目（ほかに文言未入手 3 項目）');
    expect(text).toContain('検査項目 26 項目');
    expect(text).not.toMatch(/すべて収録|完全|全項目/);
    expect((await requester.get('/catalogs').query({ q: '半導体' })).text).not.toContain('意見公募版');
    expect((await requester.get('/catalogs').query({ q: 'ない名前' })).text).toContain('条件に一致するものがありません');
  });

  it('name a newer edition of the same catalogue', async () => {
    const { text } = await requester.get('/catalogs');
    expect(text).not.toContain('新しい版');
  });

  it('are read section by section, with what is known by number only', async () => {
    const { text } = await requester.get(meti);
    for (const said of ['組織的対策', '技術的対策', '番号のみ・文言未入手', '（要約）', 'この版は確定版ではありません（意見公募版）', '番号だけが知られていて文言を入手していない項目が 3 件']) expect(text).toContain(said);
    expect(text).toContain(`href="/specifications/new?catalog&#x3D;${ShippedEditions.metiFactoryChecklist}"`);
    expect((await auditor.get(meti)).text).not.toContain('このカタログで要求仕様書を作る');
  });

  it('are searched and filtered by track, subject, necessity and section', async () => {
    const ask = async (query: object, path = meti) => (await requester.get(path).query(query)).text;
    expect(await ask({ q: '無線LAN' })).toMatch(/2-7/);
    expect(await ask({ q: '無線LAN' })).not.toMatch(/>1-1</);
    expect(await ask({ necessity: 'must_unless' })).toContain('1 件');
    expect(await ask({ section: '2' })).not.toContain('>2-1<');
    const software = `/catalogs/${ShippedEditions.smartFactoryChecks}`;
    expect(await ask({ track: 'delivery_service' }, software)).toContain('12 件');
    expect(await ask({ q: '100%_' })).toContain('条件に一致するものがありません');
    expect((await requester.get(`/catalogs/${ShippedEditions.acceptanceChecklist}`).query({ gate: 'G1', owner: 'supplier' })).text).toContain('11 件');
  });

  it('leave as files with the same items, formula-safe', async () => {
    const csv = await requester.get(meti).query({ format: 'csv', q: '無線LAN' });
    expect(csv.headers['content-disposition']).toContain('.csv');
    expect(csv.text.split('\n').filter((line) => line.includes('2-7'))).toHaveLength(1);
    expect(csv.text).toContain('求める理由');
    const xlsx = await requester.get('/catalogs').query({ format: 'xlsx' });
    expect(xlsx.headers['content-type']).toContain('spreadsheetml');
  });
});

describe('an item', () => {
  it('shows our gist as one, its defaults as ours, and the crosswalk with where it comes from', async () => {
    const { text } = await requester.get(`${meti}/items/1-3`);
    for (const said of ['要約', '出典の文言ではなく、当方が定めたものです', '体制図', '対応元 → この項目', '出典に明記', '未確認', 'OT-1-2']) expect(text).toContain(said);
    expect(text).toContain('要求仕様書に使う');
  });

  it('shows the other direction too, and what was only a candidate', async () => {
    const { text } = await requester.get(`/catalogs/${ShippedEditions.semiconductorDraft}/items/OT-1-2`);
    expect(text).toContain('この項目 → 対応先');
    expect(text).toContain('未収録');
    expect((await requester.get(`${meti}/items/1-5`)).text).toContain('候補一覧: 不採用');
  });

  it('that is known by number only says so and cannot be used', async () => {
    const { text } = await requester.get(`${meti}/items/0-1`);
    expect(text).toContain('文言を入手するまで質問には使わず');
    expect(text).not.toContain('要求仕様書に使う');
  });

  it('of the acceptance checklist shows gate and owner', async () => {
    const { text } = await requester.get(`/catalogs/${ShippedEditions.acceptanceChecklist}/items/AC-26`);
    expect(text).toContain('G5 保守後');
    expect(text).toContain('検収確認書の発行は妨げません');
  });

  it('that does not exist is not found', async () => {
    expect((await requester.get(`${meti}/items/9-9`)).status).toBe(404);
    expect((await requester.get('/catalogs/0190c0de-0000-7000-8000-000000000001')).status).toBe(404);
  });

  it('is read in English as well', async () => {
    await post(auditor, '/language', { language: 'en', next: '/' }, '/');
    const { text } = await auditor.get(`${meti}/items/2-7`);
    expect(text).toContain('Summary');
    expect(text).toContain('Must, if applicable');
  });
});
