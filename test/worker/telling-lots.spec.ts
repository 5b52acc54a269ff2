import { CertificateActs, Certificates, PrepareCertificate } from '@libs/certificate';
import { AnnounceDelivery, ReturnDelivery } from '@libs/delivery';
import { ApproveInspection, ConfirmInspection, JudgeLot, OpenInspection } from '@libs/inspection';
import { AuditTrail } from '@platform/audit';
import type { Act, Actor } from '@platform/tenancy';
import { START } from '../support/platform.js';
import { Accepting } from '../pipeline/accepting.fixture.js';
import { EVERY_ROLE, TellingWorker } from './telling.fixture.js';

let world: Accepting;
let worker: TellingWorker;
let stranger: Actor;
const cast = {} as Record<'procurement' | 'receiver' | 'inspector' | 'confirmer' | 'approver' | 'contact' | 'respondent', Actor>;

beforeAll(async () => {
  world = await Accepting.open();
  worker = await TellingWorker.open(world.database);
  stranger = await worker.member(world.stranger, '部外者', EVERY_ROLE);
  for (const role of ['procurement', 'receiver', 'inspector', 'confirmer', 'approver'] as const) cast[role] = await worker.member(world.buyer, role, [role]);
  cast.contact = await worker.member(world.supplier, '営業', ['supplier_contact']);
  cast.respondent = await worker.member(world.supplier, '回答', ['supplier_respondent']);
});
afterEach(async () => {
  const before = await worker.counts();
  await worker.repeat();
  expect(await worker.counts()).toEqual(before);
  expect(await worker.told(stranger)).toEqual([]);
  expect(await worker.memberMails(stranger)).toEqual([]);
});
afterAll(async () => {
  await worker?.close();
  await world?.close();
});

/** Who was told what since the last time; those who were told nothing are left out. */
async function told(): Promise<Record<string, string[]>> {
  await worker.work();
  const texts: Record<string, string[]> = {};
  for (const [role, member] of Object.entries(cast)) {
    const said = await worker.told(member);
    if (said.length > 0) texts[role] = said;
  }
  return texts;
}

/** As the worker's sealing does it. */
const record = (act: Act, id: string, detail: Record<string, unknown>) =>
  world.as(world.buyer, (tx) => world.get(AuditTrail).record(tx, act, { kind: 'certificate', id }, detail));

describe('a lot', () => {
  it('goes from hand to hand, and each is told when it is their turn', async () => {
    const orderLineId = await world.ordered(await world.agreed(), { poNumber: 'PO-77' });
    expect(await told()).toEqual({ contact: ['注文 PO-77 が登録されました'] });
    await world.get(AnnounceDelivery).execute(cast.contact, { orderLineId, noteNumber: 'DN-77', quantity: 1 });
    expect(await told()).toEqual({ receiver: ['㈱髙﨑精密製作所 が納品書 DN-77 の出荷を連絡しました'] });
    const deliveryId = await world.receive(orderLineId, { noteNumber: 'DN-78' }, cast.receiver);
    expect(await told()).toEqual({ inspector: ['納品書 DN-78 を受領しました。受入検査を待っています。'] });
    await world.get(ReturnDelivery).execute(cast.procurement, { deliveryId, reason: '型式違い' });
    expect(await told()).toEqual({ contact: ['みなと半導体デバイス株式会社 が納品書 DN-78 の品を返品しました'] });
  });

  it('of an order from before the supplier joined is told to the one who joined', async () => {
    const siteId = await world.site(false);
    const orderLineId = await world.ordered({ siteId, agreementId: null }, { poNumber: 'PO-79' });
    expect(await told()).toEqual({});
    await world.superuser('update app.supplier_site set joined_organization_id = $2, joined_at = $3 where id = $1', [siteId, world.supplier, START]);
    const deliveryId = await world.receive(orderLineId, { noteNumber: 'DN-79' }, cast.receiver);
    await world.get(ReturnDelivery).execute(cast.procurement, { deliveryId, reason: '型式違い' });
    expect((await told()).contact).toEqual(['みなと半導体デバイス株式会社 が納品書 DN-79 の品を返品しました']);
  });

  it('that is rejected is told to procurement and to the supplier', async () => {
    const orderLineId = await world.ordered(await world.agreed());
    const deliveryId = await world.receive(orderLineId, { noteNumber: 'DN-80' });
    const inspectionId = await world.get(OpenInspection).execute(world.inspector(), { deliveryId });
    await world.recorded(inspectionId, { 'AC-10': { result: 'nonconform', note: '初期パスワードのまま' } });
    await told();
    const { statementSha256 } = await world.get(JudgeLot).execute(world.inspector(), inspectionId);
    expect(await told()).toEqual({ confirmer: ['納品書 DN-80 の検査結果が、確認を待っています'] });
    await world.get(ConfirmInspection).execute(cast.confirmer, { inspectionId, statementSha256 });
    expect(await told()).toEqual({ approver: ['納品書 DN-80 の検査が、承認を待っています'] });
    await world.get(ApproveInspection).execute(cast.approver, { inspectionId, statementSha256 });
    expect(await told()).toEqual({ procurement: ['納品書 DN-80 の受入検査は不合格です'], contact: ['納品書 DN-80 の受入検査は不合格です'] });
  });
});

describe('a certificate', () => {
  it('is told to both sides and mailed to the supplier’s contact, when it is issued and when it no longer counts', async () => {
    const { inspectionId } = await world.passed();
    expect((await told()).procurement).toHaveLength(1);
    await world.get(PrepareCertificate).execute(world.system(), { inspectionId });
    const [certificate] = await world.as(world.buyer, (tx) => world.get(Certificates).ofInspection(tx, inspectionId));
    const { id, number } = certificate!;
    await world.superuser('update app.certificate set signing_at = $2, sealed_at = $2, issued_at = $2 where id = $1', [id, START]);
    expect(await told()).toEqual({});
    await record(CertificateActs.issue, id, { number, replaces: null });
    const issued = `検収確認書 ${number} を発行しました`;
    expect(await told()).toEqual({ procurement: [issued], contact: [issued] });
    const [mail, ...more] = await worker.memberMails(cast.contact);
    expect([mail?.kind, mail?.subject, more]).toEqual(['certificate-issued', `【みなと半導体デバイス株式会社】検収確認書を発行しました（${number}）`, []]);
    expect(mail!.text).toContain(`https://kenshu.example/certificates/${id}`);
    expect(await worker.memberMails(cast.respondent)).toEqual([]);
    await record(CertificateActs.revoke, id, { number });
    expect((await told()).contact).toEqual([`検収確認書 ${number} が失効しました`]);
  });
});
