import type { Agent, Response as Answer } from 'supertest';
import { DeclineSignature } from '@libs/attestation';
import { SendRequest } from '@libs/request';
import { StartResponse, Statements, SubmitResponse } from '@libs/response';
import type { Actor } from '@platform/tenancy';
import { FACTS, fillAll } from '../support/journey.js';
import { csrf, grantStepUp } from './portal.fixtures.js';
import { openWorld } from './world.fixtures.js';
import type { World } from './world.fixtures.js';

let world: World;
let takahashi: Agent;
let kanzaki: Agent;
beforeAll(async () => {
  world = await openWorld();
  [takahashi, kanzaki] = [await world.enter(world.takahashi), await world.enter(world.kanzaki)];
}, 120_000);
afterAll(() => world?.close());

async function submitted(by: Actor = world.takahashi): Promise<{ statementId: string; sha256: string; requestId: string }> {
  const { id: requestId } = await world.scene.do(SendRequest, world.sato, {
    supplierSiteId: world.supplierSiteId, specificationEditionId: world.editionId, dueOn: '2026-12-18', facts: FACTS, levelDecision: { secrets: false, stoppage: false, reach: false } });
  const responseId = await world.scene.do(StartResponse, by, { requestId });
  await fillAll(world.scene, by, responseId, { [world.weakKey]: 2 });
  return { requestId, ...await world.scene.do(SubmitResponse, by, { responseId }) };
}
async function post(agent: Agent, path: string, fields: object): Promise<Answer> {
  const token = await csrf(agent, '/questionnaires');
  return agent.post(path).type('form').send({ _csrf: token, ...fields });
}
const stateOf = (statementId: string) => world.scene.as(world.takahashi, (tx) => world.scene.get(Statements).byId(tx, statementId));

describe('the signer’s page', () => {
  it('shows exactly what is signed: the digest, every answer, the deviations; first asks who it is', async () => {
    const { statementId, sha256 } = await submitted();
    const { text } = await kanzaki.get(`/signatures/${statementId}`).expect(200);
    for (const word of [sha256, '現地で提示できます', 'レベル2', '要求：レベル3以上', '事故時に動く担当者', `/step-up?next=/signatures/${statementId}`]) expect(text).toContain(word);
    expect(text).not.toContain('name="digest"');
    const early = await post(kanzaki, `/signatures/${statementId}`, { digest: sha256 });
    expect([early.status, decodeURIComponent(early.headers.location)]).toEqual([303, `/step-up?next=/signatures/${statementId}`]);
    expect((await stateOf(statementId)).releasedAt).toBeNull();
  });

  it('stands in the signer’s list, and is signed with a fresh second factor', async () => {
    const { statementId, sha256 } = await submitted();
    expect((await kanzaki.get('/questionnaires')).text).toContain(`href="/signatures/${statementId}"`);
    expect((await takahashi.get('/questionnaires')).text).not.toContain(`href="/signatures/${statementId}"`);
    await grantStepUp(world.portal, kanzaki);
    expect((await kanzaki.get(`/signatures/${statementId}`)).text).toContain(`name="digest" value="${sha256}"`);
    const other = await post(kanzaki, `/signatures/${statementId}`, { digest: 'a'.repeat(64) });
    expect([other.status, other.text.includes('表示された内容と保存された内容が一致しません')]).toEqual([409, true]);
    const signed = await post(kanzaki, `/signatures/${statementId}`, { digest: sha256 });
    expect([signed.status, signed.headers.location]).toEqual([303, `/signatures/${statementId}`]);
    const { text } = await kanzaki.get(`/signatures/${statementId}`);
    for (const word of ['署名しました', '署名済み（eシール処理中）', world.kanzaki.name]) expect(text).toContain(word);
    expect(text).not.toContain('name="reason"');
    expect((await post(kanzaki, `/signatures/${statementId}`, { digest: sha256 })).status).toBe(409);
    expect((await kanzaki.get('/questionnaires')).text).not.toContain(`href="/signatures/${statementId}"`);
  });

  it('says to others who is to sign, and lets those who answered take the submission back with a reason', async () => {
    const { statementId, requestId } = await submitted();
    const { text } = await takahashi.get(`/signatures/${statementId}`);
    expect(text).toContain(`${world.kanzaki.name} さんの署名を待っています`);
    expect((await post(takahashi, `/signatures/${statementId}`, { digest: 'x' })).status).toBe(403);
    const silent = await post(takahashi, `/signatures/${statementId}/decline`, { reason: ' ' });
    expect([silent.status, silent.text.includes('理由を記入してください')]).toEqual([422, true]);
    const back = await post(takahashi, `/signatures/${statementId}/decline`, { reason: '2-3 を直します' });
    expect([back.status, back.headers.location]).toEqual([303, `/questionnaires/${requestId}`]);
    expect((await takahashi.get(`/questionnaires/${requestId}`)).text).toMatch(/さんが提出を取り消しました.*2-3 を直します.*<table/s); // before everything else on the page
    expect((await takahashi.get(`/questionnaires/${requestId}/sections/1`)).text).toContain('type="radio"');
    expect((await takahashi.get(`/signatures/${statementId}`)).text).toContain('署名せず差戻し');
  });

  it('says it when the signer submitted it too', async () => {
    const { statementId } = await submitted(world.kanzaki);
    expect((await kanzaki.get(`/signatures/${statementId}`)).text).toContain('あなたは提出者でもあります');
    const taken = await submitted(world.kanzaki);
    await world.scene.do(DeclineSignature, world.kanzaki, { statementId: taken.statementId, reason: 'やり直し' });
    expect((await kanzaki.get(`/signatures/${taken.statementId}`)).text).not.toContain('あなたは提出者でもあります');
  });

  it('is not there for the buyer', async () => {
    const sato = await world.enter(world.sato);
    expect((await sato.get(`/signatures/${world.second.statementId}`)).status).toBe(404);
  });

});
