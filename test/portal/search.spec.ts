import type { Actor } from '@platform/tenancy';
import { openWorld } from './world.fixtures.js';
import type { World } from './world.fixtures.js';

let world: World;
beforeAll(async () => { world = await openWorld(); }, 120_000);
afterAll(() => world?.close());

const look = async (who: Actor, q: string) => (await world.enter(who)).get('/search').query({ q });
/** The addresses the list leads to. */
const hrefs = (text: string): string[] => [...(/<table class="list".*?<\/table>/s.exec(text)?.[0] ?? '').matchAll(/href="([^"]+)"/g)].map(([, href]) => href);

describe('looking for something by its number or name', () => {
  it('goes straight to the one thing that has this number', async () => {
    const { status, headers } = await look(world.sato, 'req-2026-0001');
    expect([status, headers.location]).toEqual([303, `/requests/${world.requestId}`]);
    expect((await look(world.takahashi, 'REQ-2026-0001')).headers.location).toBe(`/questionnaires/${world.requestId}`);
  });

  it('finds suppliers, requests, orders, lots by serial number and certificates by a part of their name', async () => {
    expect(hrefs((await look(world.sato, '髙﨑')).text)).toEqual(expect.arrayContaining([`/suppliers/${world.supplierSiteId}`, `/requests/${world.requestId}`]));
    expect(hrefs((await look(world.sato, '洗浄')).text)).toContain(`/orders/${world.orderLineId}`);
    expect(hrefs((await look(world.hamada, 'S-1')).text)).toContain(`/deliveries/${world.goodLotId}`);
    expect(hrefs((await look(world.sato, 'YMT-2026')).text)).toContain(`/certificates/${world.certificateId}`);
  });

  it('finds nothing of the buyer’s own ledger for the supplier, and nothing at all for a stranger', async () => {
    expect(hrefs((await look(world.takahashi, '髙﨑')).text).filter((href) => href.startsWith('/suppliers'))).toEqual([]);
    for (const q of ['髙﨑', 'REQ', '洗浄', 'DN-1', 'YMT', 'S-1']) expect((await look(world.toyama, q)).text).toContain('見つかりません');
  });

  it('takes what is typed as it stands', async () => {
    for (const q of ['%', '_', "'; drop table x", '\\', 'あ'.repeat(300)]) expect((await look(world.toyama, q)).status).toBe(200);
    expect((await look(world.sato, '%')).text).toContain('見つかりません');
  });
});

describe('help', () => {
  it('has a page per role, one’s own first, and none for what is no role', async () => {
    const agent = await world.enter(world.nagase);
    const list = (await agent.get('/help')).text;
    expect(list.indexOf('/help/inspector')).toBeLessThan(list.indexOf('/help/procurement'));
    expect((await agent.get('/help/inspector')).text).toContain('仕事の流れ');
    expect((await agent.get('/help/nobody')).status).toBe(404);
  });
});
