import type { Agent } from 'supertest';
import { PrepareCertificate, PrepareReplacement, RenderCertificate, SealCertificate } from '@libs/certificate';
import { ReceiveDelivery } from '@libs/delivery';
import { ApproveInspection, ConfirmInspection, JudgeLot } from '@libs/inspection';
import { PlaceOrder, RegisterOrderLine } from '@libs/order';
import { systemActor } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { examine, orderTerms } from '../support/journey.js';
import { grantStepUp, post } from './portal.fixtures.js';
import { openWorld } from './world.fixtures.js';
import type { World } from './world.fixtures.js';

let world: World;
beforeAll(async () => { world = await openWorld(); }, 120_000);
afterAll(() => world?.close());

const enter = async (who: Actor, stepUp = false): Promise<Agent> => {
  const agent = await world.enter(who);
  if (stepUp) await grantStepUp(world.portal, agent);
  return agent;
};
let note = 500;
/** A certificate of its own; `until` is as far as the worker has come. */
async function certificate(until: 'prepared' | 'issued' = 'issued'): Promise<string> {
  const { scene, sato, hamada, nagase, watanabe, sakuraba, buyer } = world;
  const orderLineId = await scene.do(RegisterOrderLine, sato, orderTerms(world.supplierSiteId, { quantity: 1 }));
  await scene.do(PlaceOrder, sato, { orderLineId, agreementId: world.agreementId });
  const inspectionId = await examine(scene, nagase, await scene.do(ReceiveDelivery, hamada, { orderLineId, noteNumber: `NC-${++note}`, quantity: 1 }));
  const seen = { inspectionId, statementSha256: (await scene.do(JudgeLot, nagase, inspectionId)).statementSha256 };
  await scene.do(ConfirmInspection, watanabe, seen);
  await scene.do(ApproveInspection, sakuraba, seen);
  const certificateId: string = (await scene.do(PrepareCertificate, systemActor(buyer), { inspectionId }))!;
  if (until === 'issued') await issue(certificateId);
  return certificateId;
}
async function issue(certificateId: string): Promise<void> {
  await world.scene.do(SealCertificate, systemActor(world.buyer), { certificateId });
  await world.scene.do(RenderCertificate, systemActor(world.buyer), { certificateId });
}

describe('the list of certificates', () => {
  it('finds by number, note and supplier, filters by state, and leaves as a file', async () => {
    const pending = await certificate('prepared');
    const agent = await enter(world.sakuraba);
    expect((await agent.get('/certificates').query({ q: 'YMT-2026-000001' })).text).toContain(world.certificateId);
    expect((await agent.get('/certificates').query({ q: `NC-${note}` })).text).toContain(pending);
    expect((await agent.get('/certificates').query({ q: '高﨑' })).text).not.toContain(world.certificateId);
    expect((await agent.get('/certificates').query({ state: 'prepared' })).text).not.toContain(world.certificateId);
    expect((await agent.get('/certificates?format=csv')).text).toContain('YMT-2026-000001');
  });

  it('shows the supplier what it received, and nothing that is still being made', async () => {
    const pending = await certificate('prepared');
    const { text } = await (await enter(world.takahashi)).get('/certificates');
    expect(text).toContain('受け取った検収確認書');
    expect(text).toContain(world.certificateId);
    expect(text).not.toContain(pending);
  });
});

describe('a certificate', () => {
  it('that is being made says so and looks again by itself', async () => {
    const { text } = await (await enter(world.sato)).get(`/certificates/${await certificate('prepared')}`);
    for (const shown of ['発行の処理中です', 'data-refresh', '最新の状態を表示', 'refresh.js']) expect(text).toContain(shown);
    expect(text).not.toContain('/pdf"');
  });

  it('gives the PDF, the QR code and the link by which anybody verifies it', async () => {
    for (const who of [world.sato, world.takahashi]) {
      const { text } = await (await enter(who)).get(`/certificates/${world.certificateId}`);
      for (const shown of [`/certificates/${world.certificateId}/pdf`, '検証ページへのQRコード', 'https://kenshu.example.jp/verify/']) expect(text).toContain(shown);
    }
  });
});

describe('superseding and revoking', () => {
  it('are offered to approvers only, with a second factor first', async () => {
    const id = await certificate();
    expect((await (await enter(world.sato)).get(`/certificates/${id}`)).text).not.toContain('/revocation');
    expect((await (await enter(world.takahashi)).get(`/certificates/${id}/revocation`)).status).toBe(403);
    const approver = await enter(world.sakuraba);
    expect((await approver.get(`/certificates/${id}`)).text).toContain(`/certificates/${id}/revocation`);
    expect((await approver.get(`/certificates/${id}/revocation`)).headers.location).toBe(`/step-up?next=${encodeURIComponent(`/certificates/${id}/revocation`)}`);
    expect((await post(approver, `/certificates/${id}/revocation`, { kind: 'other', reason: 'x', checked: 'yes' }, '/certificates')).headers.location).toContain('/step-up');
  });

  it('revoke: names what is missing, says what follows, asks again, and then it is done', async () => {
    const id = await certificate();
    const approver = await enter(world.sakuraba, true);
    const path = `/certificates/${id}/revocation`;
    expect((await approver.get(path)).text).toContain('失効は取り消せません');
    const refused = await post(approver, path, { reason: '' }, '/certificates');
    expect([refused.status, refused.text.match(/field-error/g)?.length]).toEqual([422, 2]);
    const check = await post(approver, path, { reason: '走査の記録が別の装置のものでした', kind: 'defect_found' }, '/certificates');
    for (const shown of ['失効の内容を確かめる', '走査の記録が別の装置のものでした', '不具合の発見', 'name="checked"']) expect(check.text).toContain(shown);
    expect((await approver.get(`/certificates/${id}`)).text).toContain('発行済み');
    expect((await post(approver, path, { reason: '走査の記録が別の装置のものでした', kind: 'defect_found', checked: 'yes' }, '/certificates')).headers.location).toBe(`/certificates/${id}`);
    const { text } = await approver.get(`/certificates/${id}`);
    for (const shown of ['検収確認書を失効させました', '走査の記録が別の装置のものでした']) expect(text).toContain(shown);
    expect(text).not.toContain('/supersession');
    expect((await approver.get(path)).text).toContain('差替えも失効もできない状態です');
  });

  it('supersede: the old one stands until the new one is out, and then names it', async () => {
    const id = await certificate();
    const approver = await enter(world.sakuraba, true);
    const path = `/certificates/${id}/supersession`;
    expect((await post(approver, path, { reason: '部署名の誤り' }, '/certificates')).text).toContain('差替えの内容を確かめる');
    await post(approver, path, { reason: '部署名の誤り', checked: 'yes' }, '/certificates');
    const waiting = (await approver.get(`/certificates/${id}`)).text;
    for (const shown of ['差替えを処理しています', '発行済み']) expect(waiting).toContain(shown);
    expect(waiting).not.toContain('/supersession');
    const replacement: string = (await world.scene.do(PrepareReplacement, systemActor(world.buyer), { certificateId: id }))!;
    await issue(replacement);
    const old = (await approver.get(`/certificates/${id}`)).text;
    expect(old).toContain('差替え後の番号');
    expect((await approver.get(`/certificates/${replacement}`)).text).toContain('差替え前の番号');
  });
});
