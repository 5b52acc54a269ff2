import type { Agent } from 'supertest';
import { Deliveries, ReceiveDelivery } from '@libs/delivery';
import { OrderLines, PlaceOrder, RegisterOrderLine } from '@libs/order';
import type { Actor } from '@platform/tenancy';
import { orderTerms } from '../support/journey.js';
import { csrf, post } from './portal.fixtures.js';
import { openWorld } from './world.fixtures.js';
import type { World } from './world.fixtures.js';

let world: World;
beforeAll(async () => { world = await openWorld(); }, 120_000);
afterAll(() => world?.close());

const read = async (who: Actor, path: string) => (await world.enter(who)).get(path);
async function order(quantity = 10): Promise<string> {
  const orderLineId = await world.scene.do(RegisterOrderLine, world.sato, orderTerms(world.supplierSiteId, { quantity }));
  await world.scene.do(PlaceOrder, world.sato, { orderLineId, agreementId: world.agreementId });
  return orderLineId;
}
const line = (change: object) => ({ announcement: '', quantity: '1', total: '', serials: '', versions: '', ...change });
const lotOf = (location: string) => world.scene.as(world.sato, (tx) => world.scene.get(Deliveries).byId(tx, location.split('/').at(-1)!));

describe('the list of deliveries', () => {
  it('shows what came and where it stands, and finds it by note, order, supplier and serial number', async () => {
    const { text } = await read(world.hamada, '/deliveries');
    for (const shown of ['DN-1', 'DN-2', '合格', '不合格', '支払期日', '/deliveries/new']) expect(text).toContain(shown);
    const agent = await world.enter(world.hamada);
    for (const word of ['DN-2', 'S-3', '髙﨑精機']) expect([word, (await agent.get('/deliveries').query({ q: word })).text.includes(`/deliveries/${world.badLotId}`)]).toEqual([word, true]);
    expect((await agent.get('/deliveries').query({ q: 'S-3' })).text).not.toContain(`/deliveries/${world.goodLotId}`);
    expect((await agent.get('/deliveries').query({ state: 'rejected' })).text).not.toContain(`/deliveries/${world.goodLotId}`);
  });

  it('leaves as a file', async () => {
    const { text, headers } = await read(world.hamada, '/deliveries?format=csv');
    expect(headers['content-type']).toContain('text/csv');
    expect(text).toContain('DN-2');
  });

  it('shows a supplier its own lots, with the buyer’s name and nothing of the dock', async () => {
    const { text } = await read(world.takahashi, '/deliveries');
    expect(text).toContain('DN-1');
    expect(text).toContain('山手デバイス');
    expect(text).not.toContain('/deliveries/new');
    expect(text).toContain('/deliveries/announce');
  });

  it('says what to do next where there is nothing', async () => {
    expect((await read(world.toyama, '/deliveries')).text).toContain('納品はまだありません');
  });
});

describe('receiving a lot from a paper 納品書', () => {
  it('finds the order by its number or the supplier, unannounced too', async () => {
    const orderLineId = await order();
    const { poNumber } = await world.scene.as(world.sato, (tx) => world.scene.get(OrderLines).byId(tx, orderLineId));
    const agent = await world.enter(world.hamada);
    for (const q of [poNumber, '髙﨑', '第二工場']) expect([q, (await agent.get('/deliveries/new').query({ q })).text.includes(orderLineId)]).toEqual([q, true]);
    const form = (await agent.get('/deliveries/new').query({ order: orderLineId })).text;
    expect(form).toContain('注文残 10 台（注文 10 台、受領済み 0 台）');
    expect(form).toContain('受領日から起算して60日以内');
  });

  it('takes number, day, quantity, serials and versions as they are typed', async () => {
    const orderLineId = await order();
    const agent = await world.enter(world.hamada);
    const { headers } = await post(agent, '/deliveries', line({
      noteNumber: ' NS-100 ', receivedOn: '2026-11-05', order: orderLineId, quantity: '３', total: '4', serials: 'A-1\r\nA-2、A-3', versions: '制御ソフト 2.1.0' }) as never, '/deliveries/new');
    const lot = await lotOf(headers.location!);
    expect(lot).toMatchObject({ noteNumber: 'NS-100', receivedOn: '2026-11-05', quantity: 3, installmentsTotal: 4, serials: ['A-1', 'A-2', 'A-3'], versions: [{ name: '制御ソフト', version: '2.1.0' }], paymentDueOn: '2027-01-03' });
    const { text } = await agent.get(headers.location!);
    for (const shown of ['受領を登録しました', 'NS-100', '支払期日', '制御ソフト 2.1.0', '検査者が検査を始めるのを待っています']) expect(text).toContain(shown);
  });

  it('keeps the photo of the paper as evidence', async () => {
    const agent = await world.enter(world.hamada);
    const token = await csrf(agent, '/deliveries/new');
    const { headers } = await agent.post('/deliveries').field('_csrf', token).field('noteNumber', 'NS-101').field('receivedOn', '2026-11-06').field('order', await order()).field('announcement', '')
      .field('quantity', '1').field('total', '').field('serials', '').field('versions', '').attach('scan', Buffer.from('納品書 NS-101'), '納品書.txt');
    const documents = await world.scene.as(world.sato, (tx) => world.scene.get(Deliveries).documents(tx, headers.location!.split('/').at(-1)!));
    expect(documents).toMatchObject([{ fileName: '納品書.txt', attachedBy: '濵田 剛' }]);
    expect((await agent.get(headers.location!)).text).toContain(`/evidence/${documents[0]!.id}`);
    expect((await agent.get(`/evidence/${documents[0]!.id}`)).status).toBe(200);
  });

  it('refuses more than is open in words at the line, keeps what was typed and the file that was sent', async () => {
    const orderLineId = await order(2);
    const agent = await world.enter(world.hamada);
    const token = await csrf(agent, '/deliveries/new');
    const answer = await agent.post('/deliveries').field('_csrf', token).field('noteNumber', 'NS-102').field('receivedOn', '2026-11-06').field('order', orderLineId).field('announcement', '')
      .field('quantity', '5').field('total', '').field('serials', 'S-9').field('versions', '').attach('scan', Buffer.from('x'), 'paper.txt');
    expect(answer.status).toBe(422);
    for (const shown of ['value="NS-102"', 'href="#quantity-0"', 'S-9', 'paper.txt', 'name="evidence"']) expect(answer.text).toContain(shown);
    const evidence = /name="evidence" value="([^"]+)"/.exec(answer.text)![1]!;
    const again = await post(agent, '/deliveries', line({ noteNumber: 'NS-102', receivedOn: '2026-11-06', order: orderLineId, quantity: '2', evidence }) as never, '/deliveries/new');
    expect(await world.scene.as(world.sato, (tx) => world.scene.get(Deliveries).documents(tx, again.headers.location!.split('/').at(-1)!))).toHaveLength(1);
  });

  it('receives all lines of one paper, or none', async () => {
    const [first, second] = [await order(3), await order(3)];
    const agent = await world.enter(world.hamada);
    const send = async (quantities: string[]) => {
      const token = await csrf(agent, '/deliveries/new');
      const blank = ['', ''];
      return agent.post('/deliveries').type('form').send({ _csrf: token, noteNumber: 'NS-103', receivedOn: '2026-11-06', order: [first, second], announcement: blank, quantity: quantities, total: blank, serials: blank, versions: blank });
    };
    const lots = async () => (await world.scene.as(world.sato, (tx) => world.scene.get(Deliveries).list(tx))).filter(({ noteNumber }) => noteNumber === 'NS-103');
    const refused = await send(['1', '9']);
    expect([refused.status, refused.text.includes('#quantity-1'), (await lots()).length]).toEqual([422, true, 0]);
    expect((await send(['1', '2'])).headers.location).toBe('/deliveries?q=NS-103');
    expect((await lots()).map(({ quantity }) => quantity).sort()).toEqual([1, 2]);
  });

  it('does not take a file of somebody else, nor an order of another company', async () => {
    const agent = await world.enter(world.hamada);
    const orderLineId = await order();
    expect((await post(agent, '/deliveries', line({ noteNumber: 'NS-104', order: orderLineId, evidence: world.evidence.id }) as never, '/deliveries/new')).status).toBe(404);
    expect((await post(await world.enter(world.takahashi), '/deliveries', line({ noteNumber: 'NS-104', order: orderLineId }) as never, '/deliveries')).status).toBe(403);
    expect((await agent.get('/deliveries/new').query({ order: world.goodLotId })).status).toBe(404);
  });
});

describe('the supplier’s announcement', () => {
  it('is made by the clerk, fills the receiver’s form, and its differences are shown', async () => {
    const orderLineId = await order(6);
    const clerk = await world.enter(world.takahashi);
    const { headers } = await post(clerk, '/deliveries/announcements', { order: orderLineId, noteNumber: 'NS-200', quantity: '4', total: '', arrivesOn: '2026-11-27', serials: 'B-1\nB-2', versions: '' }, '/deliveries/announce');
    expect(headers.location).toBe('/deliveries');
    expect((await clerk.get('/deliveries')).text).toContain('受領待ち（予告）');
    const dock = await world.enter(world.hamada);
    const path = /\/deliveries\/new\?order&#x3D;([^"]+)|\/deliveries\/new\?order=([^"]+)/.exec((await dock.get('/deliveries').query({ q: 'NS-200' })).text)![0].replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
    const form = (await dock.get(path)).text;
    for (const shown of ['value="NS-200"', 'value="4"', 'B-1\nB-2', '予告：納品書 NS-200']) expect(form).toContain(shown);
    const announcement = new URLSearchParams(path.split('?')[1]).get('announcement')!;
    expect((await dock.get('/')).text.replaceAll('&#x3D;', '=')).toContain(`/deliveries/new?announcement=${announcement}`);
    expect((await dock.get('/deliveries/new').query({ announcement })).text).toContain('予告：納品書 NS-200'); // from the home page in one step
    expect((await dock.get('/deliveries/new').query({ announcement: orderLineId })).status).toBe(404);
    const received = await post(dock, '/deliveries', line({ noteNumber: 'NS-200', order: orderLineId, announcement, quantity: '3', serials: 'B-1' }) as never, '/deliveries/new');
    const { text } = await dock.get(received.headers.location!);
    for (const shown of ['予告との比較', '予告と異なる', 'B-2']) expect(text).toContain(shown);
  });

  it('is not made for one’s own order, nor for more than was ordered', async () => {
    const clerk = await world.enter(world.takahashi);
    const answer = await post(clerk, '/deliveries/announcements', { order: await order(2), noteNumber: 'NS-201', quantity: '9' }, '/deliveries/announce');
    expect([answer.status, answer.text.includes('注文数 2 台 を超える 9 台')]).toEqual([422, true]);
  });
});

describe('one lot', () => {
  it('is returned with a reason, and its quantity is open again', async () => {
    const agent = await world.enter(world.sato);
    expect((await agent.get(`/deliveries/${world.badLotId}`)).text).toContain('この理由で返品する');
    const refused = await post(agent, `/deliveries/${world.badLotId}/return`, { reason: ' ' }, '/deliveries');
    expect([refused.status, refused.text.includes('field-error')]).toEqual([422, true]);
    expect((await post(agent, `/deliveries/${world.badLotId}/return`, { reason: 'AC-07 で検出' }, '/deliveries')).status).toBe(303);
    const { text } = await agent.get(`/deliveries/${world.badLotId}`);
    for (const shown of ['返品済み', 'AC-07 で検出']) expect(text).toContain(shown);
  });

  it('that passed says that it cannot be returned, before anybody tries', async () => {
    expect((await read(world.sato, `/deliveries/${world.goodLotId}`)).text).toContain('返品できません（取適法）');
  });

  it('leads the inspector into the inspection, once', async () => {
    const deliveryId = await world.scene.do(ReceiveDelivery, world.hamada, { orderLineId: await order(), noteNumber: 'NS-300', quantity: 1 });
    const agent: Agent = await world.enter(world.nagase);
    expect((await agent.get(`/deliveries/${deliveryId}`)).text).toContain('検査を始める');
    const { headers } = await post(agent, `/deliveries/${deliveryId}/inspection`, {}, '/deliveries');
    expect(headers.location).toMatch(/^\/inspections\/[0-9a-f-]+\/work$/);
    expect((await agent.get(`/deliveries/${deliveryId}`)).text).toContain('検査を続ける');
    expect((await post(agent, `/deliveries/${deliveryId}/inspection`, {}, '/deliveries')).status).toBe(409);
    expect((await post(await world.enter(world.sato), `/deliveries/${deliveryId}/inspection`, {}, '/deliveries')).status).toBe(403);
  });

  it('shows the supplier its facts, without the buyer’s scans and without buttons', async () => {
    const { text } = await read(world.takahashi, `/deliveries/${world.goodLotId}`);
    expect(text).toContain('DN-1');
    for (const inner of ['納品書の写真・スキャン', '検査を始める', '返品する']) expect(text).not.toContain(inner);
  });
});


