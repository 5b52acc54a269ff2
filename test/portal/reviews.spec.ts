import type { Agent, Response as Answer } from 'supertest';
import { SealResponse, SignResponse } from '@libs/attestation';
import { SendRequest } from '@libs/request';
import { StartResponse, Statements, SubmitResponse } from '@libs/response';
import { AgreeResponse, Reviews } from '@libs/review';
import { systemActor } from '@platform/tenancy';
import { openEnds } from '../isolation/open-ends.js';
import type { Open } from '../isolation/open-ends.js';
import { FACTS, fillAll } from '../support/journey.js';
import { csrf, grantStepUp } from './portal.fixtures.js';
import { openWorld } from './world.fixtures.js';
import type { World } from './world.fixtures.js';

let world: World;
let open: Open;
let sato: Agent;
beforeAll(async () => {
  world = await openWorld();
  open = await openEnds(world.scene, world);
  sato = await world.enter(world.sato);
}, 180_000);
afterAll(() => world?.close());

type Form = Readonly<Record<string, string | readonly string[]>>;
async function send(path: string, form: Form, who = sato, headers: Record<string, string> = {}): Promise<Answer> {
  const _csrf = await csrf(who, '/');
  return who.post(path).set(headers).type('form').send({ _csrf, ...form });
}
const main = (html: string): string => (/<main.*<\/main>/s.exec(html)?.[0] ?? html).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const review = (): string => `/reviews/${open.released.statementId}`;
const page = async (path = review(), who = sato): Promise<string> => (await who.get(path)).text;
const items = (html: string): number => html.match(/<article class="review-item"/g)?.length ?? 0;

describe('the review of a statement', () => {
  it('shows item by item what was asked, required and claimed, with the evidence in its place', async () => {
    const html = await page();
    const { document } = await world.scene.as(world.sato, (tx) => world.scene.get(Statements).byId(tx, open.released.statementId));
    expect(items(html)).toBe(document.answers.filter((answer) => answer.applies).length);
    const text = main(html);
    for (const word of ['求める内容', '必須', '要求を満たす', '未確認', '確認済み 0 /']) expect(text).toContain(word);
    const cited = await page(`/reviews/${world.second.statementId}`);
    expect(cited).toContain(`/evidence/${world.evidence.id}`);
  });

  it('keeps an opinion and a finding in preparation, comes back to the same item, and counts', async () => {
    const { status, headers } = await send(`${review()}/notes`, { requirementKey: world.weakKey, opinion: 'not_accepted', note: '社内限り', findingText: '根拠を添えてください', findingTarget: '手順書', findingDueOn: '2026-12-10' });
    expect([status, headers.location]).toEqual([303, expect.stringMatching(/^\/reviews\/[0-9a-f-]+#item-\d+$/)]);
    const text = main(await page());
    for (const word of ['確認済み 1 /', '不十分', '社内限り', '根拠を添えてください', '手順書', '2026年12月10日']) expect(text).toContain(word);
  });

  it('shows only what is asked for: what was not looked at, the musts, what has findings', async () => {
    const all = items(await page());
    expect(items(await page(`${review()}?show=unseen`))).toBe(all - 1);
    expect(items(await page(`${review()}?show=findings`))).toBe(1);
    expect(items(await page(`${review()}?show=nonsense`))).toBe(all);
    expect(main(await page(`${review()}?show=deviations`))).toContain('この条件に合う項目はありません');
  });

  it('gives a script the item alone', async () => {
    const { status, text } = await send(`${review()}/notes`, { requirementKey: world.citedKey, opinion: 'accepted' }, sato, { 'x-part': 'item' });
    expect([status, text.includes('<html'), items(text), text.includes('確認済み 2 /')]).toEqual([200, false, 1, true]);
  });

  it('says at the item what is wrong, with what was typed, page or part', async () => {
    const wrong = { requirementKey: world.citedKey, opinion: 'accepted', findingText: 'それでも足りない' };
    for (const headers of [{}, { 'x-part': 'item' }] as Record<string, string>[]) {
      const { status, text } = await send(`${review()}/notes`, wrong, sato, headers);
      expect([status, text.includes('「問題なし」とした項目には指摘を付けられません'), text.includes('それでも足りない')]).toEqual([422, true, true]);
    }
    expect((await send(`${review()}/notes`, { requirementKey: world.citedKey, opinion: 'perhaps' })).status).toBe(422);
    expect((await send(`${review()}/notes`, { requirementKey: 'no:such', opinion: 'accepted' })).status).toBe(404);
  });

  it('is the buyer’s: the supplier neither reads it nor any word of it', async () => {
    const takahashi = await world.enter(world.takahashi);
    expect((await takahashi.get(review())).status).toBe(403);
    expect((await takahashi.get(`/responses/${open.released.statementId}`)).text).not.toContain('社内限り');
    expect((await takahashi.get(`/requests/${world.requestId}`)).text).not.toContain('根拠を添えてください');
  });

  it('lets an inspector note, and neither return nor agree', async () => {
    const nagase = await world.enter(world.nagase);
    const html = await page(review(), nagase);
    expect([items(html) > 0, html.includes('/return"'), html.includes('/agree"')]).toEqual([true, false, false]);
    expect((await send(`${review()}/return`, {}, nagase)).status).toBe(403);
  });

  it('leads from its own address to what waits to be reviewed', async () => {
    expect((await sato.get('/reviews')).headers.location).toBe('/requests?state=under_review');
  });
});

describe('evidence in its place', () => {
  const headers = async (id: string) => (await sato.get(`/evidence/${id}/view`)).headers;

  it('may run nothing, is framed by our pages only, and is what its content is', async () => {
    const seen = await headers(world.evidence.id);
    expect(seen['content-security-policy']).toMatch(/^default-src 'none'.*frame-ancestors 'self'/);
    expect([seen['x-content-type-options'], seen['x-frame-options'], seen['cache-control']]).toEqual(['nosniff', 'SAMEORIGIN', 'private, no-store']);
    expect(seen['content-disposition']).toMatch(/^(inline|attachment); filename=/);
  });

  it('is a download when it is no picture, PDF or plain text', async () => {
    await world.scene.superuser(`update app.evidence set media_type = 'text/html' where id = $1`, [world.evidence.id]);
    const seen = await headers(world.evidence.id);
    expect([seen['content-disposition']!.startsWith('attachment'), seen['content-security-policy']!.includes('sandbox')]).toEqual([true, true]);
    await world.scene.superuser(`update app.evidence set media_type = 'application/pdf' where id = $1`, [world.evidence.id]);
    expect((await headers(world.evidence.id))['content-disposition']).toMatch(/^inline/);
  });

  it('is framed by the review and by no other page', async () => {
    const policy = async (path: string): Promise<string> => (await sato.get(path)).headers['content-security-policy'] as string;
    expect((await policy(review())).includes(`frame-src 'self'`)).toBe(true);
    expect((await policy(`/requests/${world.requestId}`)).includes('frame-src')).toBe(false);
  });
});

describe('agreeing', () => {
  const agreement = { priceTalk: 'none_needed' };

  it('asks for the second factor first, and leads back', async () => {
    const { status, headers } = await sato.get(`${review()}/agree`);
    expect([status, headers.location]).toEqual([303, `/step-up?next=${encodeURIComponent(`${review()}/agree`)}`]);
  });

  it('needs a word on the price talk, and shows everything once more before it counts', async () => {
    await grantStepUp(world.portal, sato);
    expect(main(await page(`${review()}/agree`))).toContain('差異はありません');
    const refused = await send(`${review()}/agree/check`, {});
    expect([refused.status, main(refused.text).includes('価格協議の記録、または協議を要しない旨')]).toEqual([422, true]);
    expect((await send(`${review()}/agree/check`, { priceTalk: 'recorded' })).status).toBe(422);
    const { status, text } = await send(`${review()}/agree/check`, { priceTalk: 'recorded', priceTalkNote: '11/6 協議、据置き' });
    expect([status, main(text).includes('11/6 協議、据置き'), main(text).includes('この内容で合意する')]).toEqual([200, true, true]);
    expect(await world.scene.superuser('select 1 from app.agreement where statement_id = $1', [open.released.statementId])).toEqual([]);
  });

  it('is refused for other bytes than were shown', async () => {
    expect((await send(`${review()}/agreement`, { ...agreement, digest: 'a'.repeat(64) })).status).toBe(409);
  });

  it('is recorded, and leads to the order', async () => {
    expect((await send(`${review()}/agreement`, { ...agreement, digest: open.released.sha256 })).headers.location).toBe(review());
    const html = (await page()).replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
    expect(main(html)).toContain('合意済み');
    expect(html).toMatch(new RegExp(`/orders/new\\?supplier=${world.supplierSiteId}&agreement=[0-9a-f-]{36}`));
    expect([html.includes('/return"'), html.includes('/agree"')]).toEqual([false, false]);
    await expect(world.scene.do(AgreeResponse, world.sato, { statementId: open.released.statementId, digest: open.released.sha256, deviations: [], priceTalk: { state: 'none_needed' } })).rejects.toThrow();
  });
});

/** One more statement, signed, sealed and released. */
async function released(): Promise<{ statementId: string; responseId: string }> {
  const { scene, sato: buyer, takahashi, kanzaki, supplier, supplierSiteId, editionId } = world;
  const { id: requestId } = await scene.do(SendRequest, buyer, { supplierSiteId, specificationEditionId: editionId, dueOn: '2026-12-25', facts: FACTS, levelDecision: { secrets: false, stoppage: false, reach: false } });
  const responseId = await scene.do(StartResponse, takahashi, { requestId });
  await fillAll(scene, takahashi, responseId);
  const { statementId, sha256 } = await scene.do(SubmitResponse, takahashi, { responseId });
  await scene.do(SignResponse, kanzaki, { statementId, digest: sha256 });
  await scene.do(SealResponse, systemActor(supplier), { statementId });
  return { statementId, responseId };
}

describe('returning', () => {
  const other = async (): Promise<string> => `/reviews/${(await again()).statementId}`;
  let made: { statementId: string; responseId: string } | undefined;
  const again = async () => (made ??= await released());

  it('says what is still to be written before it can be returned', async () => {
    expect(main(await page(`${await other()}/return`))).toContain('指摘がまだありません');
    expect((await send(`${await other()}/return`, { message: 'x' })).status).toBe(422);
  });

  it('shows what the supplier will read, tells it, and nothing of the notes', async () => {
    const path = await other();
    await send(`${path}/notes`, { requirementKey: world.weakKey, opinion: 'question', note: '内緒の話', findingText: '版数を教えてください' });
    const text = main(await page(`${path}/return`));
    expect([text.includes('版数を教えてください'), text.includes('内緒の話'), text.includes('1 件の指摘を付けて差し戻す')]).toEqual([true, false, true]);
    expect((await send(`${path}/return`, { message: '要点は一つです' })).headers.location).toBe(path);
    const findings = await world.scene.as(world.takahashi, async (tx) => world.scene.get(Reviews).findings(tx, (await again()).responseId));
    expect(findings.map((finding) => finding.text)).toEqual(['版数を教えてください']);
    expect(main(await page(path))).toContain('閲覧のみできます');
  });
});
