import { csrf, post } from './portal.fixtures.js';
import { openWorld } from './world.fixtures.js';
import type { World } from './world.fixtures.js';

let world: World;
beforeAll(async () => { world = await openWorld(); }, 120_000);
afterAll(() => world?.close());

const PATH = '/profile/tokens';
const make = (agent: Awaited<ReturnType<World['enter']>>, fields: Record<string, string> = {}) => post(agent, PATH, { name: '調達システム連携', scopes: 'read', days: '90', ...fields }, PATH);
const shown = (text: string): string | undefined => /value="(knsh_[\w-]{43})"/.exec(text)?.[1];

describe('the page of access tokens', () => {
  it('says what to do when there is none', async () => {
    const { text } = await (await world.enter(world.yoshida)).get(PATH);
    expect(text).toContain('まだありません。下の欄で発行すると');
    expect(text).toContain('curl -H');
    expect(text).not.toContain('メンバーのアクセストークン');
  });

  it('shows a new token once and never again', async () => {
    const sato = await world.enter(world.sato);
    const made = await make(sato);
    const token = shown(made.text);
    expect([made.status, token]).toEqual([200, expect.stringMatching(/^knsh_/)]);
    const { text } = await sato.get(PATH);
    expect(text).toContain('調達システム連携');
    expect(text).toContain('未使用');
    expect(text).not.toContain(token!);
    const rows = await world.scene.superuser<{ row: string }>('select t::text as row from identity.access_token t');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ row }) => row.includes(token!))).toEqual([]);
    expect((await world.scene.superuser<{ act: string }>(`select act from app.audit_event where object_kind = 'access_token'`)).map(({ act }) => act)).toEqual(['access_token.issue']);
  });

  it('draws a refused form again with what was typed', async () => {
    const sato = await world.enter(world.sato);
    const { status, text } = await make(sato, { name: ' ', days: '400' });
    expect([status, shown(text)]).toEqual([422, undefined]);
    expect(text).toContain('入力してください');
    expect(text).toContain('1～365 日で指定してください');
  });

  it('revokes one’s own, and nobody else’s', async () => {
    const [sato, nagase] = [await world.enter(world.sato), await world.enter(world.nagase)];
    await make(nagase, { name: '検査端末' });
    const id = /\/profile\/tokens\/([0-9a-f-]{36})\/revocation/.exec((await nagase.get(PATH)).text)![1]!;
    expect((await post(sato, `${PATH}/${id}/revocation`, {}, PATH)).status).toBe(404);
    expect((await post(nagase, `${PATH}/${id}/revocation`, {}, PATH)).headers.location).toBe(PATH);
    expect((await nagase.get(PATH)).text).toContain('アクセストークンを失効させました');
    expect((await post(nagase, `${PATH}/${id}/revocation`, {}, PATH)).status).toBe(404);
  });

  it('lets an administrator see and revoke those of members', async () => {
    const [hamada, onodera] = [await world.enter(world.hamada), await world.enter(world.onodera)];
    await make(hamada, { name: '受領端末', scopes: 'write' });
    const { text } = await onodera.get(PATH);
    expect(text).toContain('濵田 剛');
    expect(text).toContain('読み取り・変更');
    const id = /data-label="名前"><div>受領端末[\s\S]*?\/profile\/tokens\/([0-9a-f-]{36})\/revocation/.exec(text)![1]!;
    expect((await post(onodera, `${PATH}/${id}/revocation`, {}, PATH)).status).toBe(303);
    expect((await hamada.get(PATH)).text).not.toContain('受領端末');
  });

  it('needs the form’s token and a person who is signed in', async () => {
    const sato = await world.enter(world.sato);
    await csrf(sato, PATH);
    expect((await sato.post(PATH).type('form').send({ name: 'x', scopes: 'read', days: '30' })).status).toBe(403);
    expect((await world.portal.agent().get(PATH)).status).toBe(303);
  });
});
