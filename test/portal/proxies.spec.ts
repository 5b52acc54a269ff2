import { Statements } from '@libs/response';
import { Requests } from '@libs/request';
import { newId, systemActor } from '@platform/tenancy';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { csrf } from './portal.fixtures.js';
import { openWorld } from './world.fixtures.js';
import type { World } from './world.fixtures.js';

let world: World;
beforeAll(async () => { world = await openWorld(); }, 120_000);
afterAll(() => world?.close());

const enter = (who: Actor) => world.enter(who);
type Agent = Awaited<ReturnType<typeof enter>>;
const path = (): string => `/requests/${world.unjoinedRequestId}/proxy`;

async function send(agent: Agent, file: Buffer, name: string, fields: Record<string, string> = {}) {
  const token = await csrf(agent, path());
  return agent.post(path()).field({ _csrf: token, receivedOn: '2026-11-09', answeredBy: '雪代薬品 品質保証部 大野', ...fields }).attach('file', file, name);
}
const keysOf = (html: string): string[] => [...html.matchAll(/name="answer\.([^"]+)"/g)].map(([, key]) => key!);
async function register(agent: Agent, at: string, fields: Record<string, string>) {
  return agent.post(at.split('?')[0]!).type('form').send({ _csrf: await csrf(agent, path()), receivedOn: '2026-11-09', answeredBy: '雪代薬品 品質保証部 大野', ...fields });
}

describe('a reply that came on paper (代理登録)', () => {
  it('is offered on the request’s page to who may register it', async () => {
    expect((await (await enter(world.sato)).get(`/requests/${world.unjoinedRequestId}`)).text).toContain(`href="${path()}"`);
    expect((await (await enter(world.yoshida)).get(path())).status).toBe(403);
  });

  it('is registered from a scan: the answers are typed, the file is kept, and the review begins', async () => {
    const agent = await enter(world.sato);
    const sent = await send(agent, Buffer.from('%PDF-1.7\n押印\n'), '回答書（押印済）.pdf');
    expect([sent.status, sent.headers.location]).toEqual([303, expect.stringMatching(new RegExp(`^${path()}/[0-9a-f-]{36}\\?`))]);
    const page = await agent.get(sent.headers.location);
    expect(page.text).toContain('回答書（押印済）.pdf');
    const [first] = keysOf(page.text);
    const saved = await register(agent, sent.headers.location, { [`answer.${first}`]: '4', [`comment.${first}`]: '添付のとおり' });
    expect([saved.status, saved.headers.location]).toEqual([303, expect.stringMatching(/^\/reviews\//)]);
    const review = await agent.get(saved.headers.location);
    expect([review.status, review.text.includes('代理登録')]).toEqual([200, true]);
    const statement = await world.portal.get(TenantDb).run(systemActor(world.buyer), (tx) => world.portal.get(Statements).byId(tx, saved.headers.location.split('/').at(-1)!));
    expect(statement.document.answers.find(({ key }) => key === first)).toMatchObject({ answer: { kind: 'level', value: 4 }, comment: '添付のとおり', answeredBy: '雪代薬品 品質保証部 大野' });
    expect((await agent.get(`/responses/${statement.id}`)).text).toContain('代理登録（署名なし）');
  });

  it('keeps what was typed when something is missing', async () => {
    const agent = await enter(world.sato);
    const sent = await send(agent, Buffer.from('%PDF-1.7\nx\n'), 'x.pdf');
    const [first] = keysOf((await agent.get(sent.headers.location)).text);
    const refused = await register(agent, sent.headers.location, { answeredBy: ' ', [`comment.${first}`]: '残るはずの文章' });
    expect([refused.status, refused.text.includes('残るはずの文章'), refused.text.includes('代理登録の内容に不足があります') || refused.text.includes('入力してください')]).toEqual([422, true, true]);
    expect((await agent.post(path()).type('form').send({ _csrf: await csrf(agent, path()) })).status).toBe(422);
  });
});

describe('the questionnaire by mail', () => {
  it('goes out as a workbook, and what was filled in is read from the file that comes back', async () => {
    const agent = await enter(world.sato);
    const book = await agent.get(`${path()}/workbook`).query({ language: 'ja' }).buffer(true).parse((answer, done) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => done(null, Buffer.concat(parts)));
    });
    expect([book.status, decodeURIComponent(book.headers['content-disposition'] as string)]).toEqual([200, expect.stringContaining('-ja.xlsx')]);
    const sent = await send(agent, book.body as Buffer, '調査票.xlsx');
    expect((await agent.get(sent.headers.location)).text).toMatch(/ファイルから 0 項目の回答を読み取りました/);
  });

  it('says so when the file cannot be read, and lets the answers be typed', async () => {
    const agent = await enter(world.sato);
    const sent = await send(agent, Buffer.from('PK\u0003\u0004 broken'), '壊れた.xlsx');
    if (sent.status === 303) expect((await agent.get(sent.headers.location)).text).toContain('ファイルの中身は読み取れませんでした');
    else expect(sent.status).toBe(422);
  });
});

describe('strangers and the other side', () => {
  it('find nothing there', async () => {
    for (const who of [world.toyama, world.takahashi]) {
      const agent = await enter({ ...who });
      expect([403, 404]).toContain((await agent.get(`/requests/${world.requestId}/proxy`)).status);
    }
    expect((await (await enter(world.sato)).get(`${path()}/${newId()}`)).status).toBe(404);
    expect((await (await enter(world.sato)).get(`${path()}/${world.evidence.id}`)).status).toBe(404);
    expect(world.portal.get(Requests)).toBeDefined();
  });
});
