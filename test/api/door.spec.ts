import request from 'supertest';
import { newId } from '@platform/tenancy';
import { openApi } from './api.fixtures.js';
import type { ApiWorld, Client } from './api.fixtures.js';

let world: ApiWorld;
let sato: Client;
beforeAll(async () => {
  world = await openApi();
  sato = await world.as(world.sato);
}, 120_000);
afterAll(() => world?.close());
const raw = () => request(world.app.getHttpServer());

describe('who calls', () => {
  it('needs an access token, and is told how to bring one', async () => {
    const answer = await world.anonymous.get('/organization');
    expect([answer.status, answer.body.code, answer.headers['www-authenticate']]).toEqual([401, 'common.sign_in_first', 'Bearer realm="kenshu"']);
  });
  it.each(['Bearer nonsense', `Bearer knsh_${'a'.repeat(43)}`, 'Basic c2F0bzpzYXRv', 'knsh_', 'Bearer '])('is nobody with %j', async (authorization) => {
    expect((await raw().get('/api/v1/organization').set({ authorization })).status).toBe(401);
  });
  it('is nobody by a cookie', async () => {
    expect((await raw().get('/api/v1/organization').set({ cookie: `kenshu=${sato.token}` })).status).toBe(401);
  });
  it('is the token’s person with the roles of this moment', async () => {
    const { status, body } = await sato.get('/organization');
    expect([status, body.name]).toEqual([200, '山手デバイス株式会社']);
    expect((await sato.post('/organization/invitations', { email: 'a@example.jp', displayName: 'x', roles: ['requester'] })).status).toBe(403);
  });
});

describe('every answer', () => {
  it('says nothing of the machine behind it and is kept by no cache', async () => {
    const { headers } = await sato.get('/organization');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['set-cookie']).toBeUndefined();
  });
  it('that refuses is a problem document in the caller’s language with our code', async () => {
    const ja = await sato.get(`/requests/${newId()}`, {}, { 'accept-language': 'ja' });
    const en = await sato.get(`/requests/${newId()}`, {}, { 'accept-language': 'en-GB,en;q=0.9' });
    expect(ja.body).toEqual({ type: 'urn:kenshu:problem:common.not_found', title: '見つかりません', status: 404, detail: expect.stringContaining('見つかりません'), instance: expect.stringMatching(/^urn:uuid:/), code: 'common.not_found' });
    expect([en.body.title, en.headers['content-language']]).toEqual(['Not found', 'en']);
  });
  it('to what is no address of ours is the same problem', async () => expect((await sato.get('/nowhere')).body.code).toBe('common.not_found'));
});

describe('a body', () => {
  const post = (text: string | Buffer, type = 'application/json') => raw().post('/api/v1/suppliers').set({ authorization: `Bearer ${sato.token}`, 'content-type': type }).send(text);
  it('that is no JSON is 400', async () => expect([(await post('{"a":')).status, (await post('{"a":')).body.code]).toEqual([400, 'api.malformed']));
  it('of another kind is 415', async () => expect([(await post('a=1', 'application/x-www-form-urlencoded')).status, (await post('<a/>', 'text/xml')).body.code]).toEqual([415, 'api.not_json']));
  it('of an unknown charset is 415', async () => expect((await post('{}', 'application/json; charset=klingon')).status).toBe(415));
  it('of more than a megabyte is 413', async () => expect((await post(JSON.stringify({ a: 'x'.repeat(1_100_000) }))).status).toBe(413));
  it('with fields nobody knows is 422, and every wrong one is named', async () => {
    const { status, body } = await sato.post('/suppliers', { counterpartyCode: 1, nope: true });
    expect([status, body.code]).toEqual([422, 'api.invalid']);
    expect(body.errors).toEqual(expect.arrayContaining([
      { field: 'nope', code: 'api.unknown_field', detail: 'この項目はありません' }, { field: 'makerName', code: 'common.required', detail: '入力してください' }, expect.objectContaining({ field: 'counterpartyCode', code: 'api.wrong_type' })]));
  });
  it('with half a letter or a zero character is 422', async () => {
    const site = { counterpartyCode: 'X1', factoryName: 'a', address: 'a', kind: 'equipment', sme: false };
    expect((await sato.post('/suppliers', { ...site, makerName: 'a\u0000b' })).status).toBe(422);
    expect((await sato.post('/suppliers', { ...site, makerName: '\ud800' })).status).toBe(422);
  });
  it('is answered by the verb’s own words where it is well formed and still wrong', async () => {
    const { status, body } = await sato.post('/suppliers', { counterpartyCode: ' ', makerName: 'a', factoryName: 'a', address: 'a', kind: 'equipment', sme: false });
    expect([status, body.code, body.errors[0].field]).toEqual([422, 'supplier.site_invalid', 'counterpartyCode']);
  });
});

describe('an access token', () => {
  it('for reading changes nothing', async () => {
    const reader = await world.as(world.sato, ['read']);
    expect((await reader.get('/requests')).status).toBe(200);
    expect((await reader.post(`/requests/${world.requestId}/withdrawal`, { reason: 'x' })).body.code).toBe('access_token.scope_missing');
  });
  it('is revoked by itself, and is then nobody', async () => {
    const program = await world.as(world.nagase);
    const { body } = await program.get('/tokens');
    expect(body.items.map(({ name }: { name: string }) => name)).toContain('試験');
    expect(JSON.stringify(body)).not.toContain('knsh_');
    expect((await program.delete(`/tokens/${body.items[0].id}`)).status).toBe(204);
    expect((await program.get('/tokens')).status).toBe(401);
  });
  it('of a colleague is seen and revoked by the administrator, by nobody else', async () => {
    const victim = await world.as(world.hamada);
    const [{ id }] = (await victim.get('/tokens')).body.items;
    expect((await sato.get('/tokens/of-members')).status).toBe(403);
    expect((await sato.delete(`/tokens/${id}`)).status).toBe(404);
    const admin = await world.as(world.onodera);
    expect((await admin.get('/tokens/of-members')).body.items.map((one: { id: string }) => one.id)).toContain(id);
    expect((await admin.delete(`/tokens/${id}`)).status).toBe(204);
    expect((await victim.get('/tokens')).status).toBe(401);
  });
  it('ends with its time and with its person’s leaving', async () => {
    const admin = await world.as(world.onodera);
    const leaver = await world.as(world.iwamoto);
    expect((await leaver.get('/organization')).status).toBe(200);
    expect((await admin.delete(`/organization/members/${world.iwamoto.memberId}`)).status).toBe(204);
    expect((await leaver.get('/organization')).status).toBe(401);
    const before = world.scene.clock.now();
    world.scene.clock.advance(30 * 86_400_000);
    expect((await admin.get('/organization')).status).toBe(401);
    world.scene.clock.set(before);
  });
});
