import { Deliveries, ReturnDelivery } from '@libs/delivery';
import { ApproveInspection, ConfirmInspection, Inspections, JudgeLot, OpenInspection } from '@libs/inspection';
import { Ledger } from '@platform/ledger';
import { sha256Hex } from '@platform/signing';
import type { Actor } from '@platform/tenancy';
import { person } from '../support/platform.js';
import { Accepting, FACTS, refusal } from './accepting.fixture.js';

let world: Accepting;
beforeAll(async () => { world = await Accepting.open(); });
afterAll(() => world?.close());
const read = (id: string, organization = world.buyer) => world.as(organization, (tx) => world.get(Inspections).byId(tx, id));
const judge = (id: string, actor = world.inspector()) => world.get(JudgeLot).execute(actor, id);
const confirm = (inspectionId: string, statementSha256: string, actor: Actor = world.confirmer()) => world.get(ConfirmInspection).execute(actor, { inspectionId, statementSha256 });
const approve = (inspectionId: string, statementSha256: string, actor: Actor = world.approver()) => world.get(ApproveInspection).execute(actor, { inspectionId, statementSha256 });

/** Everything recorded by the inspector and judged by him. */
async function judged(agreed?: Awaited<ReturnType<Accepting['agreed']>>): Promise<{ inspectionId: string; deliveryId: string; sha256: string }> {
  const { inspectionId, deliveryId } = await world.opened(agreed);
  await world.recorded(inspectionId);
  return { inspectionId, deliveryId, sha256: (await judge(inspectionId)).statementSha256 };
}

describe('an inspection', () => {
  it('goes by the checklist of the pinned edition under the line’s own facts', async () => {
    const { inspectionId, deliveryId } = await world.opened(await world.agreed({ facts: { ...FACTS, remote: true } }), { facts: { ...FACTS, has_os: false } });
    const { items, kind, basis, state } = await read(inspectionId);
    const applies = Object.fromEntries(items.map((item) => [item.code, item.applies]));
    expect([kind, state, items.length]).toEqual(['acceptance', 'open', 26]);
    expect(applies).toMatchObject({ 'AC-07': true, 'AC-08': false, 'AC-11': false });
    expect(basis.checklist.map(({ key }) => key)).toEqual(['acceptance-checklist']);
    expect(await refusal(world.get(OpenInspection).execute(world.inspector(), { deliveryId }))).toBe('inspection.already_opened');
  });

  it('passes a lot, dates it, tells the delivery and the chain', async () => {
    const agreed = await world.agreed();
    const { inspectionId, deliveryId } = await world.passed(agreed);
    const { statement, state, signOffs } = await read(inspectionId);
    expect([state, statement?.document.verdict, statement?.document.inspectedOn]).toEqual(['approved', 'passed', '2026-11-02']);
    expect(sha256Hex(new TextEncoder().encode(statement!.canonical))).toBe(statement!.sha256);
    expect(signOffs.map(({ step, name, method }) => [step, name, method])).toEqual(
      expect.arrayContaining([['judge', '髙﨑 恵', 'password_mail_code'], ['confirm', '渡邉 健', 'password_mail_code'], ['approve', '𠮷田 美智子', 'password_mail_code']]));
    expect(await world.as(world.buyer, (tx) => world.get(Deliveries).byId(tx, deliveryId))).toMatchObject({ verdict: 'passed', inspectedOn: '2026-11-02', acceptedOn: '2026-11-02' });
    const chain = await world.as(world.supplier, (tx) => world.get(Ledger).links(tx, agreed.requestId));
    expect(chain.map((link) => [link.kind, link.objectId, link.objectSha256])).toEqual([['inspection.approve', inspectionId, statement!.sha256]]);
  });

  it('rejects a lot with one unmet must item and tells the supplier what and when', async () => {
    const { inspectionId, deliveryId } = await world.opened();
    await world.recorded(inspectionId, { 'AC-10': { result: 'nonconform', note: '初期パスワードのまま' } });
    expect(await judge(inspectionId)).toMatchObject({ verdict: 'rejected', unmet: ['AC-10'] });
    const nonconformities = (organization = world.buyer) => world.as(organization, (tx) => world.get(Inspections).nonconformities(tx, inspectionId));
    expect(await nonconformities()).toMatchObject([{ itemCode: 'AC-10', description: '初期パスワードのまま', notifiedAt: null }]);
    expect(await nonconformities(world.supplier)).toEqual([]);
    const { statement } = await read(inspectionId);
    await confirm(inspectionId, statement!.sha256);
    await approve(inspectionId, statement!.sha256);
    expect(await nonconformities(world.supplier)).toMatchObject([{ itemCode: 'AC-10', notifiedAt: world.clock.now() }]);
    expect(await world.as(world.buyer, (tx) => world.get(Deliveries).byId(tx, deliveryId))).toMatchObject({ state: 'rejected', acceptedOn: null });
    await world.get(ReturnDelivery).execute(world.procurement(), { deliveryId, reason: '受入検査不合格' });
  });

  it('cannot be judged while a must item is open, and says which', async () => {
    const { inspectionId } = await world.opened();
    await expect(judge(inspectionId)).rejects.toMatchObject({ code: 'inspection.not_all_judged', params: { items: expect.stringContaining('AC-03') } });
  });

  it('takes no more results once it is judged, not even from the database', async () => {
    const { inspectionId } = await judged();
    expect(await refusal(world.record(inspectionId, 'AC-10', { result: 'nonconform', note: 'x' }))).toBe('inspection.frozen');
    await expect(world.as(world.buyer, (tx) => tx.query(`update app.inspection_result set result = 'conform' where inspection_id = $1`, [inspectionId]))).rejects.toThrow('judged');
    await expect(world.as(world.buyer, (tx) => tx.query(`update app.inspection_statement set sha256 = sha256 where inspection_id = $1`, [inspectionId]))).rejects.toThrow('permission denied');
  });

  it('is read by the supplier when it is approved, and by strangers never', async () => {
    const { inspectionId, sha256 } = await judged();
    expect(await refusal(read(inspectionId, world.supplier))).toBe('common.not_found');
    await confirm(inspectionId, sha256);
    await approve(inspectionId, sha256);
    const seen = await read(inspectionId, world.supplier);
    expect([seen.state, seen.results.length > 10, seen.signOffs.length]).toEqual(['approved', true, 3]);
    expect(await refusal(read(inspectionId, world.stranger))).toBe('common.not_found');
  });

  it('shows beside the checklist what the supplier claimed', async () => {
    const { inspectionId } = await world.opened();
    const claims = await world.as(world.buyer, (tx) => world.get(Inspections).claimedAnswers(tx, inspectionId));
    expect(claims.map(({ code, answer }) => [code, answer])).toEqual([['1', { kind: 'choice', value: 'yes' }]]);
  });

  it('keeps the name and hash of evidence, and refuses a file it cannot see', async () => {
    const { inspectionId } = await world.opened();
    const id = await world.upload('現地走査_20261110.pdf');
    await world.record(inspectionId, 'AC-17', { evidenceIds: [id] });
    expect((await read(inspectionId)).results[0]?.evidence).toMatchObject([{ id, fileName: '現地走査_20261110.pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(await refusal(world.record(inspectionId, 'AC-17', { evidenceIds: ['0190c0de-0000-7000-8000-0000000000ff'] }))).toBe('common.not_found');
  });
});

describe('without a pinned agreement', () => {
  it.each([
    ['no agreement was pinned', {}], ['セキュア要求 is なし', { secureRequirement: false, noRequirementReason: '消耗品で計算機を含まない' }],
  ])('an inspection is an observation: %s', async (_, change) => {
    const orderLineId = await world.ordered({ siteId: await world.site(), agreementId: null }, { facts: FACTS, ...change });
    const deliveryId = await world.receive(orderLineId);
    const inspectionId = await world.get(OpenInspection).execute(world.inspector(), { deliveryId });
    await world.recorded(inspectionId, { 'AC-10': { result: 'nonconform', note: '初期パスワードのまま' } });
    expect(await judge(inspectionId)).toMatchObject({ verdict: null, unmet: [] });
    const { statement, kind } = await read(inspectionId);
    await confirm(inspectionId, statement!.sha256);
    await approve(inspectionId, statement!.sha256);
    expect(kind).toBe('observation');
    expect(await world.as(world.buyer, (tx) => world.get(Deliveries).byId(tx, deliveryId))).toMatchObject({ state: 'received', verdict: null });
    expect(await world.as(world.buyer, (tx) => world.get(Inspections).nonconformities(tx, inspectionId))).toEqual([]);
  });
});

describe('high criticality', () => {
  it('wants our own test and three people', async () => {
    const { inspectionId } = await world.opened(await world.agreed({ criticality: 'high' }));
    expect(await refusal(world.record(inspectionId, 'AC-09', { method: 'document' }))).toBe('inspection.result_invalid');
    await world.recorded(inspectionId);
    const { statementSha256 } = await judge(inspectionId);
    expect((await read(inspectionId)).threePersons).toBe(true);
    expect(await refusal(confirm(inspectionId, statementSha256, world.inspector({ roles: ['confirmer'] })))).toBe('inspection.confirmer_is_inspector');
    expect(await refusal(confirm(inspectionId, statementSha256))).toBe('done');
  });
  it('comes from the order line, too', async () => {
    const { inspectionId } = await world.opened(await world.agreed({ criticality: 'low' }), { criticality: 'high' });
    expect(await read(inspectionId)).toMatchObject({ criticality: 'high', threePersons: true });
  });
});

describe('sign-off', () => {
  it('needs roles, and a second factor of a session', async () => {
    const { inspectionId, sha256 } = await judged();
    expect(await refusal(confirm(inspectionId, sha256, world.approver()))).toBe('common.forbidden');
    expect(await refusal(confirm(inspectionId, sha256, world.confirmer({ stepUp: null })))).toBe('identity.step_up_required');
    expect(await refusal(confirm(inspectionId, sha256, world.confirmer({ via: 'token' })))).toBe('common.sign_off_needs_session');
    expect(await refusal(confirm(inspectionId, sha256, person(world.stranger, 'x', ['confirmer'])))).toBe('common.not_found');
    expect(await refusal(confirm(inspectionId, 'f'.repeat(64)))).toBe('inspection.statement_changed');
    expect(await refusal(approve(inspectionId, sha256))).toBe('inspection.not_confirmed');
  });

  it('is refused to whoever recorded, judged, confirmed or received the lot, whatever account is used', async () => {
    const { inspectionId, sha256 } = await judged();
    await confirm(inspectionId, sha256);
    const as = (personKey: string) => refusal(approve(inspectionId, sha256, world.approver({ personKey })));
    expect([await as('E-102'), await as('E-103'), await as('E-101')]).toEqual(['inspection.approver_is_inspector', 'inspection.approver_is_confirmer', 'inspection.approver_is_receiver']);
    expect(await refusal(approve(inspectionId, sha256, world.approver({ personKey: null })))).toBe('inspection.person_key_missing');
    expect(await refusal(approve(inspectionId, sha256))).toBe('done');
  });

  it('counts who recorded a result that was replaced', async () => {
    const { inspectionId } = await world.opened();
    await world.record(inspectionId, 'AC-09', { result: 'unverifiable', note: '測定器なし' }, world.inspector({ personKey: 'E-104' }));
    await world.recorded(inspectionId);
    const { statementSha256 } = await judge(inspectionId);
    await confirm(inspectionId, statementSha256);
    expect(await refusal(approve(inspectionId, statementSha256))).toBe('inspection.approver_is_inspector');
  });

  it('may be confirmed by the inspector where two persons suffice', async () => {
    const { inspectionId, sha256 } = await judged();
    await confirm(inspectionId, sha256, world.inspector({ roles: ['confirmer'] }));
    await approve(inspectionId, sha256);
    expect((await read(inspectionId)).state).toBe('approved');
  });

  it('needs three persons when the organisation says so', async () => {
    await world.superuser(`update app.organization set sign_off_policy = '{"threePersons":true}' where id = $1`, [world.buyer]);
    const { inspectionId, sha256 } = await judged();
    await world.superuser(`update app.organization set sign_off_policy = '{"threePersons":false}' where id = $1`, [world.buyer]);
    expect(await refusal(confirm(inspectionId, sha256, world.inspector({ roles: ['confirmer'] })))).toBe('inspection.confirmer_is_inspector');
  });

  it('happens once per step, also when two people press at the same moment', async () => {
    const { inspectionId, sha256 } = await judged();
    const both = await Promise.all([refusal(confirm(inspectionId, sha256)), refusal(confirm(inspectionId, sha256, world.confirmer({ personKey: 'E-109' })))]);
    expect(both.sort()).toEqual(['done', 'inspection.already_confirmed']);
  });
});

describe('the database', () => {
  const sign = (inspectionId: string, sha256: string, step: string, personKey: string, method = 'passkey') => world.as(world.buyer, (tx) => tx.query(
    `insert into app.inspection_sign_off (inspection_id, buyer_organization_id, step, name, member_id, person_key, method, at, statement_sha256)
     values ($1, $2, $3, 'x', gen_random_uuid(), $4, $5, now(), $6)`, [inspectionId, world.buyer, step, personKey, method, sha256]));

  it('separates duties by itself', async () => {
    const { inspectionId, sha256 } = await judged();
    await expect(sign(inspectionId, sha256, 'approve', 'E-104')).rejects.toThrow('out of order');
    await expect(sign(inspectionId, 'e'.repeat(64), 'confirm', 'E-103')).rejects.toMatchObject({ code: 'common.reference_missing' });
    await expect(sign(inspectionId, sha256, 'confirm', 'E-103', 'session')).rejects.toThrow('check constraint');
    await sign(inspectionId, sha256, 'confirm', 'E-103');
    await expect(sign(inspectionId, sha256, 'approve', 'E-103')).rejects.toThrow('confirmed or received');
    await expect(sign(inspectionId, sha256, 'approve', 'E-102')).rejects.toThrow('inspector cannot approve');
    await expect(sign(inspectionId, sha256, 'approve', 'E-101')).rejects.toThrow('confirmed or received');
    await sign(inspectionId, sha256, 'approve', 'E-104');
    await expect(sign(inspectionId, sha256, 'approve', 'E-105')).rejects.toMatchObject({ code: 'common.already_exists' });
  });

  it('wants three persons where three are due', async () => {
    const { inspectionId, sha256 } = await judged(await world.agreed({ criticality: 'high' }));
    await expect(sign(inspectionId, sha256, 'confirm', 'E-102')).rejects.toThrow('inspector cannot confirm');
  });

  it('does not let a signature be changed or taken back', async () => {
    const { inspectionId } = await judged();
    for (const sql of [`update app.inspection_sign_off set name = 'x' where inspection_id = $1`, 'delete from app.inspection_sign_off where inspection_id = $1']) {
      await expect(world.as(world.buyer, (tx) => tx.query(sql, [inspectionId]))).rejects.toThrow('permission denied');
    }
  });
});
