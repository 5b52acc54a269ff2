import type request from 'supertest';
import type { Agent } from 'supertest';
import { SendRequest, WithdrawRequest } from '@libs/request';
import { AnswerQuestion, Assignments, Responses, StartResponse } from '@libs/response';
import type { ResponseId } from '@libs/response';
import { SupplierSites } from '@libs/supplier';
import { FACTS, fillAll } from '../support/journey.js';
import { csrf } from './portal.fixtures.js';
import { openWorld } from './world.fixtures.js';
import type { World } from './world.fixtures.js';

let world: World;
let takahashi: Agent;
beforeAll(async () => {
  world = await openWorld();
  takahashi = await world.enter(world.takahashi);
}, 120_000);
afterAll(() => world?.close());

const send = async (dueOn = '2026-12-18'): Promise<string> => (await world.scene.do(SendRequest, world.sato, {
  supplierSiteId: world.supplierSiteId, specificationEditionId: world.editionId, dueOn, facts: FACTS, levelDecision: { secrets: false, stoppage: false, reach: false }, note: '年内にお願いします' })).id;
const started = async (): Promise<{ requestId: string; responseId: ResponseId; path: string }> => {
  const requestId = await send();
  return { requestId, responseId: await world.scene.do(StartResponse, world.takahashi, { requestId }), path: `/questionnaires/${requestId}` };
};
async function submit(agent: Agent, path: string, fields: object, headers: Record<string, string> = {}): Promise<request.Response> {
  const token = await csrf(agent, '/questionnaires');
  return agent.post(path).type('form').set(headers).send({ _csrf: token, ...fields });
}
const save = (agent: Agent, { requestId, responseId }: { requestId: string; responseId: string }, key: string, fields: object): Promise<request.Response> =>
  submit(agent, `/questionnaires/${requestId}/answers/${key}`, { responseId, ...fields }, { accept: 'application/json' });
const draft = async (responseId: ResponseId, key: string) => (await world.scene.as(world.takahashi, (tx) => world.scene.get(Responses).drafts(tx, responseId))).find((one) => one.key === key)!;
const KEY = 'meti-factory-checklist:1-1';

describe('the list of what we are asked', () => {
  it('says of each request where it stands, how much is answered and until when', async () => {
    const { requestId, responseId } = await started();
    await world.scene.do(AnswerQuestion, world.takahashi, { responseId, requirementKey: KEY, version: 0, answer: { kind: 'level', value: 3 } });
    const { text } = await takahashi.get('/questionnaires').expect(200);
    expect(text).toContain(`href="/questionnaires/${requestId}"`);
    expect(text).toMatch(/1 \/ 6/);
    expect(text).toContain('山手デバイス');
    expect(text).toContain('合意済み');
    expect((await takahashi.get('/questionnaires?stage=agreed')).text).not.toContain(`href="/questionnaires/${requestId}"`);
    expect((await takahashi.get('/questionnaires?q=洗浄装置&stage=todo')).text).toContain(`href="/questionnaires/${requestId}"`);
    expect((await takahashi.get('/questionnaires?q=100%25')).text).not.toContain(`href="/questionnaires/${requestId}"`);
  });
  it('leaves as a file', async () => {
    const { text, headers } = await takahashi.get('/questionnaires?format=csv').expect(200);
    expect(headers['content-disposition']).toContain('questionnaires.csv');
    expect(text).toContain('依頼番号');
  });
  it('says what happens next to somebody who has none', async () => {
    const toyama = await world.enter(world.toyama);
    expect((await toyama.get('/questionnaires')).text).toContain('依頼が届くと、メールでお知らせし');
    expect((await toyama.get('/questionnaires/newest').expect(200)).text).toContain('依頼を準備しています');
  });
  it('finds what is late, and what is with me', async () => {
    const requestId = await send('2026-11-25');
    world.scene.later(24 * 60 * 20);
    try {
      const again = await world.enter(world.takahashi);
      expect((await again.get('/questionnaires?only=late')).text).toContain(`href="/questionnaires/${requestId}"`);
    } finally { world.scene.later(-24 * 60 * 20); }
    takahashi = await world.enter(world.takahashi);
    expect((await takahashi.get('/questionnaires?only=late')).text).not.toContain(`href="/questionnaires/${requestId}"`);
    expect((await takahashi.get('/questionnaires?only=mine')).text).not.toContain(`href="/questionnaires/${requestId}"`);
  });
});

describe('a request before it is answered', () => {
  it('says who asks what until when, and is received and begun by one click', async () => {
    const requestId = await send();
    const { text } = await takahashi.get(`/questionnaires/${requestId}`).expect(200);
    for (const word of ['山手デバイス', '2026年12月18日', '年内にお願いします', '佐藤 花子', '回答を始める']) expect(text).toContain(word);
    const begun = await submit(takahashi, `/questionnaires/${requestId}/start`, {});
    expect([begun.status, begun.headers.location]).toEqual([303, `/questionnaires/${requestId}/sections/1`]);
    expect((await takahashi.get('/questionnaires/newest')).headers.location).toMatch(/^\/questionnaires\//);
    const after = (await takahashi.get(`/questionnaires/${requestId}`)).text;
    expect(after).toContain('依頼を受け付けました');
    expect(after).toContain('最初の質問に進む');
    expect((await submit(takahashi, `/questionnaires/${requestId}/start`, {})).status).toBe(303);
  });
  it('is not there for the buyer, nor for somebody without the role', async () => {
    const requestId = await send();
    const sato = await world.enter(world.sato);
    expect((await sato.get(`/questionnaires/${requestId}`)).status).toBe(404);
    expect((await submit(sato, `/questionnaires/${requestId}/start`, {})).status).toBe(403);
  });
  it('asks for nothing more when it was withdrawn', async () => {
    const { requestId, path } = await started();
    await world.scene.do(WithdrawRequest, world.sato, requestId, '計画の変更');
    const { text } = await takahashi.get(`${path}/sections/1`);
    expect(text).toContain('取り下げられました');
    expect(text).not.toContain('type="radio"');
    expect((await takahashi.get(path)).text).not.toContain('回答を始める');
  });
  it('has facts that can be corrected, and then asks otherwise', async () => {
    const { requestId, path } = await started();
    expect((await takahashi.get(`${path}/facts`)).text).toContain('前提を訂正する');
    const same = await submit(takahashi, `${path}/facts`, { onsite: 'false', factsReason: '' });
    expect(same.status).toBe(422);
    const done = await submit(takahashi, `${path}/facts`, { onsite: 'true', factsReason: '据付があります' });
    expect([done.status, done.headers.location]).toEqual([303, `/questionnaires/${requestId}`]);
    expect((await takahashi.get(path)).text).toContain('据付があります');
  });
});

describe('a section', () => {
  it('shows every question with why, what good evidence is, and the scale', async () => {
    const { path } = await started();
    const { text } = await takahashi.get(`${path}/sections/1`).expect(200);
    expect(text.match(/class="answer-item/g)!.length).toBeGreaterThanOrEqual(4);
    for (const word of ['要約', '求める理由', '証跡の例', '求める回答', 'わからない', '対象外', '実施していない']) expect(text).toContain(word);
    expect((await takahashi.get(`${path}/sections/99`)).status).toBe(404);
  });

  it('is saved as a whole without scripts, and what was typed is there', async () => {
    const { path, responseId } = await started();
    const saved = await submit(takahashi, `${path}/sections/1`, {
      versions: `${KEY} 0\nmeti-factory-checklist:1-2 0`, [`answer.${KEY}`]: '4', [`comment.${KEY}`]: '安全衛生委員会で毎月報告', [`answer.meti-factory-checklist:1-2`]: 'not_applicable',
      'reason.meti-factory-checklist:1-2': '一人工場のため', [`comment.meti-factory-checklist:1-2`]: '', at: 'q2' });
    expect([saved.status, saved.headers.location]).toEqual([303, `${path}/sections/1#q2`]);
    expect(await draft(responseId, KEY)).toMatchObject({ version: 1, answer: { kind: 'level', value: 4 }, comment: '安全衛生委員会で毎月報告' });
    expect(await draft(responseId, 'meti-factory-checklist:1-2')).toMatchObject({ answer: { kind: 'not_applicable', reason: '一人工場のため' } });
    expect((await takahashi.get(`${path}/sections/1`)).text).toContain('安全衛生委員会で毎月報告');
  });

  it('saved without scripts leaves alone what only a colleague changed, and shows both texts where both did', async () => {
    const { path, responseId } = await started();
    await world.scene.do(AnswerQuestion, world.kanzaki, { responseId, requirementKey: KEY, version: 0, answer: { kind: 'level', value: 2 }, comment: '神崎の補足' });
    const untouched = await submit(takahashi, `${path}/sections/1`, { versions: `${KEY} 0`, [`comment.${KEY}`]: '' });
    expect(untouched.status).toBe(303);
    expect(await draft(responseId, KEY)).toMatchObject({ version: 1, comment: '神崎の補足' });
    const both = await submit(takahashi, `${path}/sections/1`, { versions: `${KEY} 0`, [`answer.${KEY}`]: '5', [`comment.${KEY}`]: '髙橋の補足' });
    expect(both.status).toBe(409);
    for (const word of ['神崎の補足', '髙橋の補足', world.kanzaki.name]) expect(both.text).toContain(word);
    const again = await submit(takahashi, `${path}/sections/1`, { versions: /name="versions" value="([^"]*)"/.exec(both.text)![1], [`answer.${KEY}`]: '5', [`comment.${KEY}`]: '髙橋の補足' });
    expect(again.status).toBe(303);
    expect(await draft(responseId, KEY)).toMatchObject({ version: 2, comment: '髙橋の補足' });
  });

  it('gives back what cannot be saved, with the reason', async () => {
    const { path, responseId } = await started();
    const long = await submit(takahashi, `${path}/sections/1`, { versions: '', [`answer.${KEY}`]: '3', [`comment.${KEY}`]: 'あ'.repeat(4001), 'answer.meti-factory-checklist:1-2': '9' });
    expect(long.status).toBe(409);
    expect(long.text).toContain('4000 文字以内で記入してください');
    expect(long.text).toContain('この質問の選択肢にありません');
    expect(long.text).toContain('あ'.repeat(4001));
    expect(await draft(responseId, KEY)).toMatchObject({ version: 0 });
  });
});

describe('saving while typing', () => {
  it('answers with the version to type on', async () => {
    const at = await started();
    const first = await save(takahashi, at, KEY, { version: '0', answer: '3', comment: '毎年' });
    expect([first.status, first.body]).toEqual([200, { version: 1 }]);
    expect((await save(takahashi, at, KEY, { version: '1', answer: '', comment: '' })).body).toEqual({ version: 2 });
    expect(await draft(at.responseId, KEY)).toMatchObject({ answer: null, comment: null });
  });
  it('says what stands there now when somebody else was faster, and forgives a repeated save', async () => {
    const at = await started();
    await world.scene.do(AnswerQuestion, world.kanzaki, { responseId: at.responseId, requirementKey: KEY, version: 0, answer: { kind: 'not_applicable', reason: '該当なし' } });
    const late = await save(takahashi, at, KEY, { version: '0', answer: '3' });
    expect([late.status, late.body]).toEqual([409, { code: 'response.answer_changed', message: expect.stringContaining(world.kanzaki.name), current: { version: 1, answer: 'not_applicable', reason: '該当なし', comment: '', measure: '', by: world.kanzaki.name } }]);
    expect((await save(takahashi, at, KEY, { version: '0', answer: 'not_applicable', reason: '該当なし' })).body).toEqual({ version: 1 });
  });
  it.each([['nonsense', { answer: 'x' }], ['another scale', { answer: 'yes' }], ['too long', { answer: '3', comment: 'あ'.repeat(4001) }]])('refuses %s with a sentence', async (_, fields) => {
    const at = await started();
    const { status, body } = await save(takahashi, at, KEY, { version: '0', ...fields });
    expect([status, typeof body.message]).toEqual([422, 'string']);
  });
  it('does not reach another request through this one’s page', async () => {
    const [at, other] = [await started(), await started()];
    expect((await save(takahashi, { requestId: at.requestId, responseId: other.responseId }, KEY, { version: '0', answer: '3' })).status).toBe(404);
    expect((await save(takahashi, { requestId: at.requestId, responseId: 'x' }, KEY, { version: '0', answer: '3' })).status).toBe(404);
    expect(await draft(other.responseId, KEY)).toMatchObject({ version: 0 });
  });
  it('asks somebody whose session ended to sign in, and takes no answer', async () => {
    const at = await started();
    const agent = await world.enter(world.takahashi);
    const token = await csrf(agent, '/questionnaires');
    await world.scene.superuser('delete from identity.session where identity_id = $1', [world.takahashi.identityId]);
    const refused = await agent.post(`/questionnaires/${at.requestId}/answers/${KEY}`).type('form').send({ _csrf: token, responseId: at.responseId, version: '0', answer: '3' });
    expect(refused.status).toBe(403);
    expect(await draft(at.responseId, KEY)).toMatchObject({ version: 0 });
    takahashi = await world.enter(world.takahashi);
  });
});

describe('files behind an answer', () => {
  const PDF = Buffer.from('%PDF-1.7\n規程\n');
  it('are attached, listed and taken away again', async () => {
    const { path, responseId } = await started();
    const token = await csrf(takahashi, '/questionnaires');
    const sent = await takahashi.post(`${path}/items/${KEY}/files`).field('_csrf', token).attach('file', PDF, '規程（2026）.pdf');
    expect([sent.status, sent.headers.location]).toEqual([303, `${path}/sections/1#q1`]);
    const { evidence } = await draft(responseId, KEY);
    expect(evidence.map(({ fileName }) => fileName)).toEqual(['規程（2026）.pdf']);
    expect((await takahashi.get(`${path}/sections/1`)).text).toContain('規程（2026）.pdf');
    expect((await submit(takahashi, `${path}/items/${KEY}/files/removal`, { evidenceId: evidence[0]!.id })).status).toBe(303);
    expect((await draft(responseId, KEY)).evidence).toEqual([]);
    const chosen = await takahashi.get(`${path}/items/${KEY}/files?q=規程`);
    expect(chosen.text).toContain('規程（2026）.pdf');
    expect((await submit(takahashi, `${path}/items/${KEY}/files`, { evidenceId: evidence[0]!.id })).status).toBe(303);
    expect((await draft(responseId, KEY)).evidence).toHaveLength(1);
  });
  it('come back as a part of the page for a script, with the reason when they are refused', async () => {
    const { path } = await started();
    const token = await csrf(takahashi, '/questionnaires');
    const call = (name: string, content: Buffer) => takahashi.post(`${path}/items/${KEY}/files`).set({ 'x-csrf-token': token, 'x-requested-with': 'fetch' }).attach('file', content, name);
    const taken = await call('図.pdf', PDF);
    expect([taken.status, taken.text.includes('図.pdf'), taken.text.includes('<html')]).toEqual([200, true, false]);
    const refused = await call('run.exe', Buffer.from('MZ\x90\x00\x03\x00\x00\x00'));
    expect([refused.status, refused.text.includes('role="alert"')]).toEqual([422, true]);
    const plain = await takahashi.post(`${path}/items/${KEY}/files`).field('_csrf', token).attach('file', Buffer.from('MZ\x90\x00\x03\x00\x00\x00'), 'run.exe');
    expect([plain.status, plain.text.includes('class="field-error"')]).toEqual([409, true]);
  });
});

describe('handing items to a colleague', () => {
  const handed = (responseId: string) => world.scene.as(world.takahashi, (tx) => world.scene.get(Assignments).ofResponse(tx, responseId));
  it('is shown on every page, filters the list and can be taken back', async () => {
    const { path, requestId, responseId } = await started();
    expect((await takahashi.get(`${path}/assignments?section=1`)).text).toContain(world.kanzaki.name);
    const done = await submit(takahashi, `${path}/assignments`, { requirementKeys: [KEY, 'meti-factory-checklist:1-2'], memberId: world.kanzaki.memberId!, note: '体制の章をお願いします', dueOn: '2026-12-10' });
    expect([done.status, done.headers.location]).toEqual([303, path]);
    expect((await takahashi.get(path)).text).toContain(world.kanzaki.name);
    expect((await takahashi.get(`${path}/sections/1`)).text).toContain(`<strong>${world.kanzaki.name}</strong>`);
    const kanzaki = await world.enter(world.kanzaki);
    expect((await kanzaki.get('/questionnaires?only=mine')).text).toContain(`href="${path}"`);
    expect((await kanzaki.get(`${path}/sections/1?show=mine`)).text.match(/<article class="answer-item/g)).toHaveLength(2);
    const [assignment] = await handed(responseId);
    expect(assignment).toMatchObject({ memberName: world.kanzaki.name, note: '体制の章をお願いします', dueOn: '2026-12-10' });
    expect((await submit(takahashi, `${path}/assignments/${assignment!.id}/withdrawal`, {})).status).toBe(303);
    expect(await handed(responseId)).toEqual([]);
    expect((await kanzaki.get('/questionnaires?only=mine')).text).not.toContain(`href="/questionnaires/${requestId}"`);
  });
  it('keeps what was chosen when something is missing', async () => {
    const { path, responseId } = await started();
    const nobody = await submit(takahashi, `${path}/assignments`, { requirementKeys: [KEY], memberId: '' });
    expect([nobody.status, nobody.text.includes(`value="${KEY}" checked`)]).toEqual([422, true]);
    expect((await submit(takahashi, `${path}/assignments`, { memberId: world.kanzaki.memberId! })).text).toContain('割り当てる項目を選んでください');
    expect(await handed(responseId)).toEqual([]);
  });
  it('goes to nobody outside, and to nobody who may not answer', async () => {
    const { path, responseId } = await started();
    expect((await submit(takahashi, `${path}/assignments`, { requirementKeys: [KEY], memberId: world.sato.memberId! })).status).toBe(404);
    expect((await submit(takahashi, `${path}/assignments`, { requirementKeys: ['meti-factory-checklist:9-9'], memberId: world.kanzaki.memberId! })).status).toBe(404);
    expect(await handed(responseId)).toEqual([]);
  });
});

describe('checking and submitting', () => {
  it('lists what is missing with a way to it, and does not submit', async () => {
    const { path } = await started();
    const { text } = await takahashi.get(`${path}/check`).expect(200);
    expect(text).toContain('必須項目が未回答です');
    expect(text).toContain(`href="${path}/sections/1#q1"`);
    expect(text).not.toContain('action="' + path + '/submission"');
    const refused = await submit(takahashi, `${path}/submission`, {});
    expect([refused.status, refused.text.includes(`href="${path}/sections/1#q1"`)]).toEqual([422, true]);
  });
  it('names deviations and doubts, submits, and leads to the signature', async () => {
    const { path, responseId } = await started();
    await fillAll(world.scene, world.takahashi, responseId, { [world.weakKey]: 1 });
    const { text } = await takahashi.get(`${path}/check`);
    expect(text).toContain('レベル3以上');
    expect(text).toContain(world.kanzaki.name);
    const done = await submit(takahashi, `${path}/submission`, {});
    expect(done.headers.location).toMatch(/^\/signatures\//);
    expect((await takahashi.get(`${path}/sections/1`)).text).toContain('署名待ちのため');
    expect((await takahashi.get(`${path}/check`)).text).toContain('署名待ちのため');
  });
});

describe('a returned response', () => {
  it('shows the findings on top, takes a reply, and what happened before', async () => {
    const path = `/questionnaires/${world.requestId}`;
    const { text } = await takahashi.get(path).expect(200);
    for (const word of ['発注者が合意しました', '発注者から差し戻されました', 'eシールを付け', '検収確認書が発行されました']) expect(text).toContain(word);
    const wrong = await submit(takahashi, `${path}/replies`, { findingId: world.findingId, text: '' });
    expect([404, 409, 422]).toContain(wrong.status);
  });
});

describe('from the mail to the first saved answer', () => {
  it('a new supplier needs five pages at most', async () => {
    const { unjoinedSiteId, unjoinedRequestId, buyer, portal } = world;
    const { OneTimeTokens } = await import('@platform/identity');
    const { LinkSupplier } = await import('@libs/request');
    const { systemActor } = await import('@platform/tenancy');
    expect((await world.scene.as(world.sato, (tx) => world.scene.get(SupplierSites).byId(tx, unjoinedSiteId))).joinedOrganizationId).toBeNull();
    const { token } = await portal.get(OneTimeTokens).mint({ kind: 'supplier_invitation', email: 'clerk@yukishiro.example', payload: { buyerOrganizationId: buyer, supplierSiteId: unjoinedSiteId } });
    const clerk = portal.agent();
    const pages: string[] = [];
    const open = async (path: string): Promise<string> => {
      const answer = await clerk.get(path);
      if (answer.status === 303) return open(answer.headers.location);
      pages.push(path);
      return answer.text;
    };
    const post = async (path: string, fields: object, on: string): Promise<string> => (await clerk.post(path).type('form').send({ _csrf: /name="_csrf" value="([^"]+)"/.exec(on)![1], ...fields }).expect(303)).headers.location;
    const account = await open(`/join/${token}`);
    const organization = await open(await post(`/join/${token}/account`, { displayName: '小松 梓', password: 'a long enough password' }, account));
    const landed = await post(`/join/${token}`, { name: '雪代薬品㈱', address: '山梨県甲府市1' }, organization);
    expect(landed).toBe('/questionnaires/newest');
    // the worker's reaction: the buyer's side opens the request
    const [acceptance] = await world.scene.superuser<{ id: string }>('select id from app.supplier_acceptance where accepted_by = $1', ['小松 梓']);
    await world.scene.do(LinkSupplier, systemActor(buyer), acceptance!.id as never);
    const questionnaire = await open(landed);
    const section = await open(await post(`/questionnaires/${unjoinedRequestId}/start`, {}, questionnaire));
    const responseId = /name="responseId" value="([^"]+)"/.exec(section)![1];
    const saved = await clerk.post(`/questionnaires/${unjoinedRequestId}/answers/${KEY}`).type('form').send({ _csrf: /name="_csrf" value="([^"]+)"/.exec(section)![1], responseId, version: '0', answer: '3' });
    expect(saved.body).toEqual({ version: 1 });
    expect(pages.length).toBeLessThanOrEqual(5);
    expect(pages).toHaveLength(4);
  });
});

