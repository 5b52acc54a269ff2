import { NotificationChoices, Notifications } from '@platform/notification';
import { TenantDb, systemActor } from '@platform/tenancy';
import { post } from './portal.fixtures.js';
import { openWorld } from './world.fixtures.js';
import type { World } from './world.fixtures.js';

let world: World;
beforeAll(async () => { world = await openWorld(); }, 120_000);
afterAll(() => world?.close());

const tell = (kind: string, objectId: string): Promise<boolean> => world.portal.get(TenantDb).run(systemActor(world.buyer), (tx) =>
  world.portal.get(Notifications).add(tx, { memberId: world.sato.memberId!, kind, object: { kind: 'response_statement', id: objectId }, params: { supplier: '㈱髙﨑精機', number: 'REQ-2026-0001' } }));

describe('notifications', () => {
  it('say what to do next when there are none', async () => {
    expect((await (await world.enter(world.nagase)).get('/notifications')).text).toContain('お知らせはまだありません');
  });

  it('are counted on every page, lead to what they are about, and are read in one click', async () => {
    await tell('attestation.seal', world.second.statementId);
    const agent = await world.enter(world.sato);
    expect((await agent.get('/certificates')).text).toMatch(/href="\/notifications">お知らせ <strong>\(1\)/);
    const { text } = await agent.get('/notifications');
    expect(text).toContain('㈱髙﨑精機 が依頼 REQ-2026-0001 の回答を提出しました');
    expect(text).toContain(`href="/reviews/${world.second.statementId}"`);
    const answer = await post(agent, '/notifications/read', {}, '/notifications');
    expect([answer.status, answer.headers.location]).toEqual([303, '/notifications']);
    expect((await agent.get('/notifications')).text).toContain('未読 0 件');
  });

  it('are nobody else’s', async () => {
    await tell('attestation.seal', world.first.statementId);
    expect((await (await world.enter(world.nagase)).get('/notifications')).text).not.toContain('REQ-2026-0001');
  });
});

describe('how mails come', () => {
  it('is chosen kind by kind; what was not touched keeps its own default', async () => {
    const agent = await world.enter(world.sato);
    const answer = await post(agent, '/profile/notifications', { 'attestation.seal': 'digest', 'review.agree': 'digest', bogus: 'x' }, '/profile/notifications');
    expect([answer.status, answer.headers.location]).toEqual([303, '/profile/notifications']);
    const chosen = await world.portal.get(TenantDb).run(systemActor(world.buyer), (tx) => world.portal.get(NotificationChoices).of(tx, world.sato.memberId!));
    expect(chosen).toEqual({ 'attestation.seal': 'digest' });
    const { text } = await agent.get('/profile/notifications');
    expect(text).toContain('メールの受け取り方を保存しました');
    expect(/<select[^>]*id="attestation\.seal".*?<\/select>/s.exec(text)?.[0]).toMatch(/value="digest" selected/);
  });

  it('refuses what is no choice, and changes nothing', async () => {
    const agent = await world.enter(world.sato);
    expect((await post(agent, '/profile/notifications', { 'attestation.seal': 'weekly' }, '/profile/notifications')).status).toBe(422);
  });
});
