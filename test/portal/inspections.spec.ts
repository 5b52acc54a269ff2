import type { Agent } from 'supertest';
import { ReceiveDelivery } from '@libs/delivery';
import { Inspections, JudgeLot, OpenInspection, decides, isDue } from '@libs/inspection';
import { PlaceOrder, RegisterOrderLine } from '@libs/order';
import type { Actor } from '@platform/tenancy';
import { examine, orderTerms } from '../support/journey.js';
import { csrf, grantStepUp, post } from './portal.fixtures.js';
import { openWorld } from './world.fixtures.js';
import type { World } from './world.fixtures.js';

let world: World;
beforeAll(async () => { world = await openWorld(); }, 120_000);
afterAll(() => world?.close());

let note = 400;
async function received(change: object = {}, pinned = true): Promise<string> {
  const orderLineId = await world.scene.do(RegisterOrderLine, world.sato, orderTerms(world.supplierSiteId, { quantity: 1, ...change }));
  await world.scene.do(PlaceOrder, world.sato, { orderLineId, agreementId: pinned ? world.agreementId : null });
  return world.scene.do(ReceiveDelivery, world.hamada, { orderLineId, noteNumber: `NI-${++note}`, quantity: 1, serials: [`SN-${note}`] });
}
const opened = async (change: object = {}): Promise<string> => world.scene.do(OpenInspection, world.nagase, { deliveryId: await received(change) });
async function judged(): Promise<string> {
  const inspectionId = await examine(world.scene, world.nagase, await received() as never);
  await world.scene.do(JudgeLot, world.nagase, inspectionId);
  return inspectionId;
}
const read = (id: string) => world.scene.as(world.nagase, (tx) => world.scene.get(Inspections).byId(tx, id));
const enter = async (who: Actor, stepUp = false): Promise<Agent> => {
  const agent = await world.enter(who);
  if (stepUp) await grantStepUp(world.portal, agent);
  return agent;
};
const keyOf = async (id: string, code: string): Promise<string> => (await read(id)).items.find((item) => item.code === code)!.key;

describe('the list of inspections', () => {
  it('finds by note and serial number, filters by state, and leaves as a file', async () => {
    const id = await opened();
    const agent = await enter(world.nagase);
    expect((await agent.get('/inspections').query({ q: `SN-${note}` })).text).toContain(`/inspections/${id}/work`);
    expect((await agent.get('/inspections').query({ state: 'approved' })).text).not.toContain(id);
    expect((await agent.get('/inspections?format=csv')).text).toContain(`NI-${note}`);
  });

  it('tells each person what waits for them, and not what separation of duties forbids them', async () => {
    const id = await judged();
    const waiting = async (who: Actor, as: string) => (await (await enter(who)).get('/inspections').query({ waiting: as })).text.includes(id);
    expect([await waiting(world.watanabe, 'confirmer'), await waiting(world.sakuraba, 'approver')]).toEqual([true, false]);
    const agent = await enter(world.watanabe, true);
    const { statement } = await read(id);
    await post(agent, `/inspections/${id}/confirmation`, { digest: statement!.sha256 }, '/inspections');
    expect([await waiting(world.sakuraba, 'approver'), await waiting(world.watanabe, 'approver')]).toEqual([true, false]);
  });

  it('shows a supplier what was approved, and nothing before', async () => {
    const id = await opened();
    const { text } = await (await enter(world.takahashi)).get('/inspections');
    expect(text).toContain(world.goodInspectionId);
    expect(text).not.toContain(id);
  });
});

describe('the inspector’s page of one lot', () => {
  it('asks for the items that concern this lot, gate by gate, with the buyer’s reminders marked', async () => {
    const id = await opened();
    const { text } = await (await enter(world.nagase)).get(`/inspections/${id}/work`);
    const { items } = await read(id);
    for (const item of items) expect([item.code, text.includes(`value="${item.key}"`)]).toEqual([item.code, isDue(item)]);
    for (const shown of ['G2 搬入時', '発注者の確認事項', '0 / ', 'capture="environment"', '判定までに必要な項目']) expect(text).toContain(shown);
    expect(text).toContain('この納品では確認しない項目');
  });

  it('saves one item by its button, without a script, and comes back to it', async () => {
    const id = await opened();
    const agent = await enter(world.nagase);
    const itemKey = await keyOf(id, 'AC-09');
    const { headers } = await post(agent, `/inspections/${id}/results`, { itemKey, result: 'conform', method: 'own_test', note: '', checkedOn: '2026-11-08' }, '/inspections');
    expect(headers.location).toMatch(new RegExp(`^/inspections/${id}/work#item-\\d+$`));
    expect((await read(id)).results).toMatchObject([{ itemKey, result: 'conform', method: 'own_test', recordedBy: '長瀬 由香' }]);
  });

  it('asks for words where the result needs them, keeps what was typed, and says so to the script too', async () => {
    const id = await opened();
    const agent = await enter(world.nagase);
    const itemKey = await keyOf(id, 'AC-09');
    const form = { itemKey, result: 'nonconform', method: 'own_test', note: '', checkedOn: '2026-11-08' };
    const page = await post(agent, `/inspections/${id}/results`, form, '/inspections');
    expect([page.status, page.text.includes('適合以外の結果には所見が必要です')]).toEqual([422, true]);
    const part = await agent.post(`/inspections/${id}/results`).set('x-csrf-token', await csrf(agent, '/inspections')).set('x-part', '1').type('form').send(form);
    expect([part.status, part.text.includes('data-part="state-'), part.text.includes('<html')]).toEqual([422, true, false]);
    expect((await read(id)).results).toEqual([]);
  });

  it('answers the script with the changed parts only', async () => {
    const id = await opened();
    const agent = await enter(world.nagase);
    const part = await agent.post(`/inspections/${id}/results`).set('x-csrf-token', await csrf(agent, '/inspections')).set('x-part', '1').type('form')
      .send({ itemKey: await keyOf(id, 'AC-10'), result: 'conform', method: 'own_test', note: '' });
    expect(part.status).toBe(200);
    for (const shown of ['保存しました', 'data-part="progress"', '1 / ']) expect(part.text).toContain(shown);
  });

  it('takes photos before there is a result, freezes them with the judgement, and lets a wrong one be taken off', async () => {
    const id = await opened();
    const agent = await enter(world.nagase);
    const itemKey = await keyOf(id, 'AC-17');
    const send = async (name: string) => agent.post(`/inspections/${id}/files`).set('x-csrf-token', await csrf(agent, '/inspections')).set('x-part', '1')
      .field('itemKey', itemKey).attach('photo', Buffer.from(`写真 ${name}`), name);
    expect((await send('封印.txt')).text).toContain('封印.txt');
    await send('別の品.txt');
    const { files } = await read(id);
    expect(files).toMatchObject([{ itemKey, fileName: '封印.txt' }, { itemKey, fileName: '別の品.txt' }]);
    await post(agent, `/inspections/${id}/files/remove`, { itemKey, evidenceId: files[1]!.id }, '/inspections');
    expect((await read(id)).files.map(({ fileName }) => fileName)).toEqual(['封印.txt']);
    for (const item of (await read(id)).items.filter(decides)) await post(agent, `/inspections/${id}/results`, { itemKey: item.key, result: 'conform', method: 'own_test', note: '' }, '/inspections');
    await agent.post(`/inspections/${id}/files`).set('x-csrf-token', await csrf(agent, '/inspections')).attach('photo', Buffer.from('検査票'), '検査票.txt');
    await post(agent, `/inspections/${id}/judgement`, {}, '/inspections');
    const { statement } = await read(id);
    expect(statement!.document.items.find(({ key }) => key === itemKey)!.evidence.map(({ fileName }) => fileName)).toEqual(['封印.txt']);
    expect(statement!.document.worksheets?.map(({ fileName }) => fileName)).toEqual(['検査票.txt']);
    expect((await send('遅い.txt')).status).toBe(422);
    expect((await read(id)).files).toHaveLength(2);
    expect((await agent.get(`/inspections/${id}`)).text).toContain('検査票.txt');
  });

  it('takes no file of somebody else', async () => {
    const id = await opened();
    const agent = await enter(world.nagase);
    const form = { itemKey: await keyOf(id, 'AC-17'), evidence: world.uncited.id };
    expect((await post(agent, `/inspections/${id}/files`, form, '/inspections')).status).toBe(404);
    expect((await post(agent, `/inspections/${id}/files`, { ...form, evidence: 'x' }, '/inspections')).status).toBe(404);
    expect((await read(id)).files).toEqual([]);
  });

  it('is read only for everybody but inspectors, and nobody’s outside the house', async () => {
    const id = await opened();
    const { text, status } = await (await enter(world.sato)).get(`/inspections/${id}/work`);
    expect([status, text.includes('item-form')]).toEqual([200, false]);
    expect((await post(await enter(world.sato), `/inspections/${id}/results`, { itemKey: 'x' }, '/inspections')).status).toBe(403);
    for (const path of ['work', 'worksheet']) expect((await (await enter(world.takahashi)).get(`/inspections/${world.goodInspectionId}/${path}`)).status).toBe(404);
  });

  it('wants an own test at high criticality, and says so before', async () => {
    const id = await opened({ criticality: 'high' });
    const agent = await enter(world.nagase);
    expect((await agent.get(`/inspections/${id}/work`)).text).toContain('自社テスト必須');
    const answer = await post(agent, `/inspections/${id}/results`, { itemKey: await keyOf(id, 'AC-09'), result: 'conform', method: 'document', note: '' }, '/inspections');
    expect([answer.status, answer.text.includes('自社テストで確認してください')]).toEqual([422, true]);
  });
});

describe('the worksheet', () => {
  it('has the items with boxes and a QR code that leads to the lot', async () => {
    const id = await opened();
    const { text } = await (await enter(world.nagase)).get(`/inspections/${id}/worksheet`);
    for (const shown of [`NI-${note}`, `SN-${note}`, 'AC-17', 'QRコード', '検査者（署名）', '髙﨑精機㈱ 第二工場']) expect(text).toContain(shown);
  });
});

describe('judging', () => {
  it('is not offered while items are missing, and names them', async () => {
    const id = await opened();
    const agent = await enter(world.nagase);
    const { text } = await agent.get(`/inspections/${id}/judgement`);
    expect(text).toContain('まだ判定できません');
    expect(text).not.toContain('この内容で判定する');
    expect((await post(agent, `/inspections/${id}/judgement`, {}, '/inspections')).status).toBe(422);
  });

  it('says before what it will be and why', async () => {
    const good = await examine(world.scene, world.nagase, await received() as never);
    const bad = await examine(world.scene, world.nagase, await received() as never, ['AC-07']);
    const agent = await enter(world.nagase);
    expect((await agent.get(`/inspections/${good}/judgement`)).text).toMatch(/合格<.*不適合も「確認できず」もない/s);
    expect((await agent.get(`/inspections/${bad}/judgement`)).text).toMatch(/不合格.*AC-07.*検出/s);
    const { headers } = await post(agent, `/inspections/${good}/judgement`, {}, '/inspections');
    expect(headers.location).toBe(`/inspections/${good}`);
  });

  it('of an observation says that no certificate follows', async () => {
    const id = await examine(world.scene, world.nagase, await received({}, false) as never);
    expect((await (await enter(world.nagase)).get(`/inspections/${id}/judgement`)).text).toContain('検収確認書は発行されません');
  });
});

describe('confirming and approving', () => {
  it('shows the digest, asks for the second factor first, and takes three people', async () => {
    const id = await judged();
    const { sha256: digest } = (await read(id)).statement!;
    const before = (await (await enter(world.watanabe)).get(`/inspections/${id}`)).text;
    for (const shown of [digest, `/step-up?next=/inspections/${id}`]) expect(before).toContain(shown);
    const confirmer = await enter(world.watanabe, true);
    expect((await confirmer.get(`/inspections/${id}`)).text).toContain('この記録を確認する');
    expect((await post(confirmer, `/inspections/${id}/confirmation`, { digest }, '/inspections')).headers.location).toBe(`/inspections/${id}`);
    expect((await confirmer.get(`/inspections/${id}`)).text).toContain('確認者は、同じ納入品の承認者になれません');
    const approver = await enter(world.sakuraba, true);
    expect((await approver.get(`/inspections/${id}`)).text).toContain('検収確認書が発行されて');
    await post(approver, `/inspections/${id}/approval`, { digest }, '/inspections');
    expect((await read(id)).state).toBe('approved');
  });

  it('refuses another digest than the one that was shown', async () => {
    const id = await judged();
    const answer = await post(await enter(world.watanabe, true), `/inspections/${id}/confirmation`, { digest: '0'.repeat(64) }, '/inspections');
    expect([answer.status, answer.text.includes('一致しません')]).toEqual([409, true]);
  });

  it('says to an inspector who is also a confirmer why three people are needed, before the click', async () => {
    const inspectionId = await examine(world.scene, world.nagase, await received({ criticality: 'high' }) as never);
    await world.scene.do(JudgeLot, world.nagase, inspectionId);
    const { text } = await (await enter(world.nagase, true)).get(`/inspections/${inspectionId}`);
    expect(text).toContain('確認者になれません');
    expect(text).not.toContain('この記録を確認する');
  });
});

describe('sending back', () => {
  it('needs a reason; then the inspector works on, sees it, and judges anew', async () => {
    const id = await judged();
    const { sha256: digest } = (await read(id)).statement!;
    const confirmer = await enter(world.watanabe, true);
    expect((await post(confirmer, `/inspections/${id}/return`, { digest, reason: '' }, '/inspections')).status).toBe(422);
    expect((await post(confirmer, `/inspections/${id}/return`, { digest, reason: 'AC-17 の写真がありません' }, '/inspections')).status).toBe(303);
    expect((await read(id)).state).toBe('open');
    const inspector = await enter(world.nagase);
    const page = (await inspector.get(`/inspections/${id}/work`)).text;
    for (const shown of ['差し戻されました', 'AC-17 の写真がありません', 'item-form']) expect(page).toContain(shown);
    await post(inspector, `/inspections/${id}/results`, { itemKey: await keyOf(id, 'AC-17'), result: 'nonconform', method: 'own_test', note: '検出' }, '/inspections');
    await post(inspector, `/inspections/${id}/judgement`, {}, '/inspections');
    const again = await read(id);
    expect(again.statement!.document).toMatchObject({ round: 2, verdict: 'rejected', unmet: ['AC-17'] });
    expect((await post(confirmer, `/inspections/${id}/confirmation`, { digest }, '/inspections')).status).toBe(409);
    expect((await post(confirmer, `/inspections/${id}/confirmation`, { digest: again.statement!.sha256 }, '/inspections')).status).toBe(303);
  });

  it('of a confirmed one is for the approver, and of an approved one for nobody', async () => {
    const id = await judged();
    const { sha256: digest } = (await read(id)).statement!;
    const nagase = await enter(world.nagase, true);
    await post(await enter(world.watanabe, true), `/inspections/${id}/confirmation`, { digest }, '/inspections');
    expect((await nagase.get(`/inspections/${id}`)).text).not.toContain('検査者に差し戻す');
    expect((await post(nagase, `/inspections/${id}/return`, { digest, reason: 'x' }, '/inspections')).status).toBe(403);
    const approver = await enter(world.sakuraba, true);
    await post(approver, `/inspections/${id}/return`, { digest, reason: '型式を確かめてください' }, '/inspections');
    expect((await read(id)).state).toBe('open');
    const { statement } = await read(world.goodInspectionId);
    expect((await post(approver, `/inspections/${world.goodInspectionId}/return`, { digest: statement!.sha256, reason: 'x' }, '/inspections')).status).toBe(409);
  });
});
