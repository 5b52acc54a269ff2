import { buffer } from 'node:stream/consumers';
import { AnnounceDelivery, ReceiveDelivery } from '@libs/delivery';
import { ApproveInspection, ConfirmInspection, JudgeLot } from '@libs/inspection';
import { verifyPdf } from '@libs/verification';
import { nodeVerificationTools } from '@platform/signing';
import type { Actor } from '@platform/tenancy';
import { examine } from '../support/journey.js';
import { post } from './portal.fixtures.js';
import { openWorld } from './world.fixtures.js';
import type { World } from './world.fixtures.js';

let world: World;
beforeAll(async () => { world = await openWorld(); }, 120_000);
afterAll(() => world?.close());

const pages = () => ({
  certificate: `/certificates/${world.certificateId}`, specification: `/specifications/${world.editionId}`, request: `/requests/${world.requestId}`,
  response: `/responses/${world.second.statementId}`, inspection: `/inspections/${world.goodInspectionId}`, evidence: `/evidence/${world.evidence.id}`,
});
const read = async (who: Actor, path: string) => (await world.enter(who)).get(path);
/** The section of the home page with that heading. */
const section = (text: string, id: string): string => new RegExp(`<section aria-labelledby="${id}">.*?</section>`, 's').exec(text)?.[0] ?? '';

describe('the home page', () => {
  it('tells procurement what was sent, and how many requests stand where', async () => {
    const { text } = await read(world.sato, '/');
    const sent = section(text, 'sent');
    for (const number of ['REQ-2026-0001', 'REQ-2026-0002', 'REQ-2026-0003']) expect(sent).toContain(number);
    expect(sent).toContain('雪代薬品㈱');
    expect(section(text, 'waiting')).toContain('対応待ちのものはありません');
    expect(section(text, 'certificates')).toContain('YMT-2026-000001');
  });

  it('tells of late requests from the day after the due day, on both sides', async () => {
    expect(section((await read(world.sato, '/')).text, 'late')).not.toContain('REQ-');
    const before = world.scene.clock.now();
    world.scene.clock.set(new Date('2026-11-21T01:00:00+09:00'));
    try {
      const buyer = section((await read(world.sato, '/')).text, 'late');
      expect(buyer).toContain('REQ-2026-0002');
      expect(buyer).toContain('期限超過（未受付）');
      expect(buyer).not.toContain('REQ-2026-0001');
      expect(section((await read(world.ueno, '/')).text, 'late')).toContain('REQ-2026-0003');
      expect(section((await read(world.takahashi, '/')).text, 'late')).not.toContain('REQ-');
    } finally {
      world.scene.clock.set(before);
    }
  });

  it('asks the own factory’s respondent to answer, and links to the questionnaire', async () => {
    const waiting = section((await read(world.ueno, '/')).text, 'waiting');
    expect(waiting).toContain('依頼に回答する');
    expect(waiting).toContain(`/questionnaires/${world.ownRequestId}`);
  });

  it('shows a receiver what is on its way', async () => {
    const announced = { orderLineId: world.unpinnedLineId, noteNumber: 'DN-77', quantity: 1, serials: [] };
    await world.scene.do(AnnounceDelivery, world.takahashi, announced);
    const waiting = section((await read(world.hamada, '/')).text, 'waiting');
    expect(waiting).toContain('納品を受領する');
    expect(waiting).toContain('DN-77');
    expect(section((await read(world.takahashi, '/')).text, 'sent')).toContain('DN-77');
  });

  it('hands a lot on from the dock to the approver', async () => {
    const waits = async (who: Actor): Promise<string> => section((await read(who, '/')).text, 'waiting');
    const deliveryId = await world.scene.do(ReceiveDelivery, world.hamada, { orderLineId: world.unpinnedLineId, noteNumber: 'DN-88', quantity: 1 });
    expect(await waits(world.nagase)).toMatch(/検査を始める.*DN-88/s);
    const inspectionId = await examine(world.scene, world.nagase, deliveryId);
    expect(await waits(world.nagase)).toContain(`/inspections/${inspectionId}`);
    const { statementSha256 } = await world.scene.do(JudgeLot, world.nagase, inspectionId);
    expect(await waits(world.watanabe)).toMatch(/検査を確認する.*DN-88/s);
    await world.scene.do(ConfirmInspection, world.watanabe, { inspectionId, statementSha256 });
    expect(await waits(world.sakuraba)).toMatch(/検収を承認する.*DN-88/s);
    expect(await waits(world.hamada)).not.toContain('DN-88');
    await world.scene.do(ApproveInspection, world.sakuraba, { inspectionId, statementSha256 });
    expect(await waits(world.sakuraba)).not.toContain('DN-88');
    expect(section((await read(world.nagase, '/')).text, 'sent')).toContain('DN-88');
  });

  it('shows a supplier its own things only: never other suppliers, never how many were asked', async () => {
    const { text } = await read(world.takahashi, '/');
    expect(section(text, 'sent')).toContain('REQ-2026-0001');
    expect(text).not.toMatch(/REQ-2026-000[23]|雪代薬品|依頼の状況/);
    expect(section(text, 'certificates')).toContain('YMT-2026-000001');
  });

  it('tells who has no working role whom to ask', async () => {
    const expert = await world.people.hire(world.onodera, { name: '専門 家', department: '外部', personKey: 'Y-90', roles: ['external_expert'] });
    expect((await read(expert, '/')).text).toContain('組織の管理者に、担当する役割の割当てを依頼してください');
    expect((await read(world.toyama, '/')).text).toContain('最初にすること');
  });
});

describe('the thread', () => {
  it('links the whole chain from the certificate down to the requirement', async () => {
    const { text } = await read(world.sato, pages().certificate);
    const thread = /<nav class="thread".*?<\/nav>/s.exec(text)![0];
    const links = [...thread.matchAll(/href="([^"]+)"/g)].map(([, href]) => href.replaceAll('&#x3D;', '='));
    const { certificate, specification, request, response, inspection } = pages();
    expect(links).toEqual([`${specification}#requirements`, specification, request, response, `${response}#evidence`, inspection, certificate]);
    expect(thread).toContain('aria-current="step"');
  });

  it('opens every page of the chain for both sides, in both languages', async () => {
    for (const who of [world.sato, world.takahashi]) {
      const agent = await world.enter(who);
      for (const language of ['en', 'ja']) {
        await post(agent, '/language', { language, next: '/' }, '/');
        for (const path of Object.values(pages())) {
          const { status, text } = await agent.get(path);
          expect([who.name, path, status, text === undefined || text.includes(`<html lang="${language}">`)]).toEqual([who.name, path, 200, true]);
        }
      }
    }
  });

  it('shows the names as they are written and the wording as a gist', async () => {
    const { text } = await read(world.sato, pages().specification);
    expect(text).toContain('𠮷田 健');
    expect(text).toContain('（要約）');
    expect((await read(world.sato, pages().response)).text).toContain('体制図（2026年度）.pdf');
  });

  it('shows a returned submission with its findings, and the review’s inner notes to nobody', async () => {
    for (const who of [world.sato, world.takahashi]) {
      const { text } = await read(who, `/responses/${world.first.statementId}`);
      expect(text).toContain('事故時の担当者を決めてください');
      expect(text).not.toContain('社内限り');
    }
  });

  it('calls a rejected lot rejected and an observation an observation without a certificate', async () => {
    const rejected = await read(world.nagase, `/inspections/${world.badInspectionId}`);
    expect(rejected.text).toContain('不合格');
    expect(rejected.text).toContain('AC-07');
    const observed = await read(world.nagase, `/inspections/${world.observationId}`);
    expect(observed.text).toContain('検収確認書は発行しません');
  });
});

describe('the files', () => {
  it('gives the very PDF that was signed', async () => {
    const agent = await world.enter(world.takahashi);
    const answer = await agent.get(`${pages().certificate}/pdf`).buffer(true).parse((response, done) => { void buffer(response as never).then((bytes) => { done(null, bytes); }); });
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
    expect(answer.headers['content-disposition']).toContain("filename*=UTF-8''%E6%A4%9C%E5%8F%8E%E7%A2%BA%E8%AA%8D%E6%9B%B8_YMT-2026-000001.pdf");
    const anchors = (await world.scene.superuser<{ pem: string }>('select pem from published.trust_anchor')).map(({ pem }) => pem);
    const report = await verifyPdf(new Uint8Array(answer.body as Buffer), nodeVerificationTools(), { anchors, status: async () => 'issued' as never, now: world.scene.clock.now() });
    expect(report.verdict).toBe('genuine');
  });

  it('gives the content as JSON', async () => {
    const { body, headers } = await read(world.sato, `${pages().certificate}/json`);
    expect(headers['content-type']).toContain('application/json');
    expect(body).toMatchObject({ type: 'kenshu.certificate/1', number: 'YMT-2026-000001', verdict: 'passed' });
  });

  it('gives released evidence to the buyer as a download, and what was not released to nobody else', async () => {
    const { headers } = await read(world.sato, pages().evidence);
    expect(headers['content-disposition']).toMatch(/^attachment; filename=/);
    expect((await read(world.sato, `/evidence/${world.uncited.id}`)).status).toBe(404);
    expect((await read(world.takahashi, `/evidence/${world.uncited.id}`)).status).toBe(200);
  });
});

describe('strangers and colleagues', () => {
  it('answers a stranger like somebody who asks for nothing', async () => {
    const agent = await world.enter(world.toyama);
    const bare = (text: string, reference: string): string => text.replaceAll(reference, '').replaceAll(/(?:value|content)="[^"]*"| aria-current="page"/g, '');
    const nothing = await agent.get('/certificates/01900000-0000-7000-8000-000000000000');
    for (const path of [...Object.values(pages()), `${pages().certificate}/pdf`, `${pages().certificate}/json`]) {
      const answer = await agent.get(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(bare(answer.text, answer.headers['x-request-id'])).toBe(bare(nothing.text, nothing.headers['x-request-id']));
    }
  });

  it('shows a supplier no inspection before it is approved and no own-factory request', async () => {
    expect((await read(world.takahashi, `/requests/${world.ownRequestId}`)).status).toBe(404);
    expect((await read(world.takahashi, `/requests/${world.unjoinedRequestId}`)).status).toBe(404);
  });

  it('sends whoever is not signed in to the sign-in and back', async () => {
    for (const path of ['/', '/certificates', ...Object.values(pages())]) {
      const { status, headers } = await world.portal.agent().get(path);
      expect([path, status, headers.location]).toEqual([path, 303, path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`]);
    }
  });

  it('answers an id that is none with 404', async () => {
    expect((await read(world.sato, '/certificates/1%20or%201=1')).status).toBe(404);
  });

  it('puts a person who left out at once', async () => {
    const agent = await world.enter(world.iwamoto);
    await agent.get('/').expect(200);
    await world.scene.superuser('update identity.membership set active = false where identity_id = $1', [world.iwamoto.identityId]);
    await agent.get('/').expect(303).expect('location', '/organizations');
  });
});
