import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import {
  Certificates, PrepareCertificate, PrepareReplacement, PublishCertificateStatus, RenderCertificate, RevokeCertificate, SealCertificate, SupersedeCertificate,
} from '@libs/certificate';
import { JudgeLot, OpenInspection } from '@libs/inspection';
import { verifyPdf } from '@libs/verification';
import type { StatusLookup } from '@libs/verification';
import { AuditTrail } from '@platform/audit';
import { Ledger } from '@platform/ledger';
import { OrganizationKeys, nodeVerificationTools } from '@platform/signing';
import { Storage } from '@platform/storage';
import { SealerDb, newId } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { person } from '../support/platform.js';
import { Accepting, FACTS, refusal } from './accepting.fixture.js';

let world: Accepting;
beforeAll(async () => { world = await Accepting.open(); }, 120_000);
afterAll(() => world?.close());
afterEach(() => jest.restoreAllMocks());

const prepare = (inspectionId: string) => world.get(PrepareCertificate).execute(world.system(), { inspectionId });
const seal = (certificateId: string) => world.get(SealCertificate).execute(world.system(), { certificateId });
const print = (certificateId: string) => world.get(RenderCertificate).execute(world.system(), { certificateId });
const read = (id: string, organization = world.buyer) => world.as(organization, (tx) => world.get(Certificates).byId(tx, id));
const bytesOf = async (id: string, organization = world.buyer) => {
  const { content, ...file } = await world.as(organization, (tx) => world.get(Certificates).open(tx, id));
  return { ...file, bytes: new Uint8Array(await buffer(content)) };
};
const register = (number: string) => world.superuser<{ status: string; replaced_by: string | null; reason_kind: string | null; pdf_sha256: string | null; statement_sha256: string }>(
  'select * from published.certificate where number = $1', [number]).then(([row]) => row);
const anchors = () => world.superuser<{ pem: string }>('select pem from published.trust_anchor').then((rows) => rows.map(({ pem }) => pem));
const status: StatusLookup = async ({ number }) => ((await register(number ?? ''))?.status ?? null) as Awaited<ReturnType<StatusLookup>>;

async function prepared(change = {}): Promise<string> {
  const { inspectionId } = await world.passed(undefined, change);
  return (await prepare(inspectionId))!;
}
async function issued(change = {}): Promise<string> {
  const id = await prepared(change);
  await seal(id);
  await print(id);
  return id;
}

/** Everything that must exist exactly once. */
async function census(id: string) {
  const { inspectionId, number } = await read(id);
  const count = async (sql: string, value: string = id) => (await world.superuser<{ n: number }>(`select count(*)::int as n ${sql}`, [value]))[0]!.n;
  const acts = await world.superuser<{ act: string; n: number }>(
    `select act, count(*)::int as n from app.audit_event where object_kind = 'certificate' and object_id = $1 group by act order by act`, [id]);
  return {
    certificates: await count('from app.certificate where inspection_id = $1', inspectionId), seals: await count(`from app.seal where object_kind = 'certificate' and object_id = $1`),
    files: await count('from app.certificate_file where certificate_id = $1'), links: await count(`from app.ledger_entry where kind = 'certificate.seal' and object_id = $1`),
    published: await count('from published.certificate where number = $1', number), acts: acts.map(({ act, n }) => `${act} ${n}`),
  };
}
const ONCE = { certificates: 1, seals: 1, files: 1, links: 1, published: 1, acts: ['certificate.issue 1', 'certificate.prepare 1', 'certificate.seal 1', 'certificate.sign 1'] };

describe('issuing', () => {
  it('goes from a passed lot to a PDF that a stranger verifies', async () => {
    const agreed = await world.agreed({ deviations: [{ key: 'm:1', text: '一部／要求：はい' }] });
    const { inspectionId } = await world.passed(agreed, { quantity: 1 });
    const id = (await prepare(inspectionId))!;
    expect(await read(id)).toMatchObject({ state: 'prepared', file: null, number: expect.stringMatching(/^MKD-2026-\d{6}$/) });
    await seal(id);
    expect((await read(id)).state).toBe('issuing');
    await print(id);
    const certificate = await read(id);
    expect(certificate).toMatchObject({ state: 'issued', issuedOn: '2026-11-02' });
    expect(certificate.statement).toMatchObject({
      kind: 'final', verdict: 'passed', issuer: { legalName: 'みなと半導体デバイス株式会社' }, supplier: { name: '㈱髙﨑精密製作所', factoryName: '倉賀野第二工場' },
      dates: { ordered: '2026-11-02', received: '2026-11-02', inspected: '2026-11-02', accepted: '2026-11-02', issued: '2026-11-02' }, retainUntil: '2033-11-02',
      residualNotes: ['合意済みの相違 1：一部／要求：はい'], signOff: [{ role: 'approver', name: '𠮷田 美智子' }, { role: 'confirmer' }, { role: 'inspector' }],
      verification: { url: expect.stringMatching(/^https:\/\/kenshu\.example\.jp\/verify\/[A-Z2-7]{26}$/) },
    });
    const { bytes, fileName, sha256 } = await bytesOf(id);
    expect(fileName).toBe(`検収確認書_${certificate.number}.pdf`);
    const report = await verifyPdf(bytes, nodeVerificationTools(), { anchors: await anchors(), status, now: world.clock.now() });
    expect(report.checks.filter((check) => check.state !== 'pass')).toEqual([]);
    expect([report.verdict, report.signer?.organization]).toEqual(['genuine', 'みなと半導体デバイス株式会社']);
    expect(report.envelope?.statement).toEqual(certificate.statement);
    expect(report.envelope?.acts.map(({ role, personKey }) => [role, personKey])).toEqual([['approver', 'E-104'], ['confirmer', 'E-103'], ['inspector', 'E-102']]);
    expect(await register(certificate.number)).toMatchObject({ status: 'issued', pdf_sha256: sha256, statement_sha256: certificate.sha256 });
    const chain = await world.as(world.supplier, (tx) => world.get(Ledger).links(tx, agreed.requestId));
    expect(chain.map((link) => link.kind)).toEqual(['inspection.approve', 'certificate.seal']);
    expect(await census(id)).toEqual(ONCE);
  });

  it('refuses a PDF in which one byte was changed', async () => {
    const { bytes } = await bytesOf(await issued());
    bytes[Math.floor(bytes.length / 3)]! ^= 1;
    expect((await verifyPdf(bytes, nodeVerificationTools(), { anchors: await anchors(), status })).verdict).not.toBe('genuine');
  });

  it('is the same when every step runs twice, one after another and at once', async () => {
    const { inspectionId } = await world.passed();
    const ids = await Promise.all([prepare(inspectionId), prepare(inspectionId)]);
    expect(new Set([...ids, await prepare(inspectionId)]).size).toBe(1);
    const id = ids[0]!;
    await Promise.all([seal(id), seal(id)]);
    await seal(id);
    await Promise.all([print(id), print(id)]);
    await print(id);
    expect(await census(id)).toEqual(ONCE);
  });

  it.each([1, 2, 3, 4, 5])('killed after %d of its writes of the story, it ends in exactly one of everything', async (nth) => {
    const { inspectionId } = await world.passed();
    const trail = world.get(AuditTrail);
    const record = trail.record.bind(trail);
    let calls = 0;
    // a process that dies never reaches the commit: the nth event and everything written with it are gone
    jest.spyOn(trail, 'record').mockImplementation(async (...given) => {
      calls += 1;
      if (calls === nth) throw new Error('killed');
      return record(...given);
    });
    const all = async (): Promise<string> => {
      const id = (await prepare(inspectionId))!;
      await seal(id);
      await print(id);
      return id;
    };
    if (nth <= 4) await expect(all()).rejects.toThrow('killed');
    expect(await census(await all())).toEqual(ONCE);
  });

  it('killed between storing the file and saying so, it leaves a file that no row names, and one that is issued', async () => {
    const id = await prepared();
    await seal(id);
    const storage = world.get(Storage);
    const put = storage.put.bind(storage);
    jest.spyOn(storage, 'put').mockImplementationOnce(async (...given) => { await put(...given); throw new Error('killed'); });
    await expect(print(id)).rejects.toThrow('killed');
    expect((await read(id)).state).toBe('issuing');
    await print(id);
    expect(await census(id)).toEqual(ONCE);
    const { sha256 } = await bytesOf(id);
    expect(readdirSync(join(world.root, world.buyer, sha256.slice(0, 2)))).toContain(sha256);
  });

  it('does not print before the seal', async () => expect(await refusal(print(await prepared()))).toBe('certificate.not_sealed'));

  it('is not sealed under another name than it states', async () => {
    const id = await prepared();
    const rename = (name: string) => world.superuser('update app.organization set name = $2 where id = $1', [world.buyer, name]);
    await rename('みなと半導体デバイスHD株式会社');
    await expect(seal(id)).rejects.toThrow('the certificate of みなと半導体デバイス株式会社');
    await rename('みなと半導体デバイス株式会社');
    await seal(id);
    await print(id);
    expect(await census(id)).toEqual(ONCE);
  });

  it('is printed under the seal of its statement, also when the seal was renewed in between', async () => {
    const id = await prepared();
    await seal(id);
    const renewed = await world.get(SealerDb).run(world.system(), async (tx) => {
      const keys = world.get(OrganizationKeys);
      const before = await keys.signerFor(tx, world.buyer);
      await keys.ensure(tx, world.buyer, 'みなと半導体デバイスHD株式会社', world.clock.now());
      const after = await keys.signerFor(tx, world.buyer);
      return before.keyId !== after.keyId;
    });
    expect(renewed).toBe(true);
    await print(id);
    expect(await census(id)).toEqual(ONCE);
    await world.get(SealerDb).run(world.system(), (tx) => world.get(OrganizationKeys).ensure(tx, world.buyer, 'みなと半導体デバイス株式会社', world.clock.now()));
  });

  it('says "final" when the lot completes the order and "partial" before', async () => {
    const agreed = await world.agreed();
    const orderLineId = await world.ordered(agreed, { quantity: 2 });
    const kinds: string[] = [];
    for (const _lot of [1, 2]) {
      const inspectionId = await world.get(OpenInspection).execute(world.inspector(), { deliveryId: await world.receive(orderLineId) });
      await world.recorded(inspectionId);
      await world.approved(inspectionId);
      const { statement } = await read((await prepare(inspectionId))!);
      kinds.push(`${statement.kind} ${statement.delivery.installmentNo}/${statement.delivery.installmentsTotal} ${statement.goods.acceptedSoFar}`);
    }
    expect(kinds).toEqual(['partial 1/null 1', 'final 2/2 2']);
  });
});

describe('no certificate', () => {
  it('follows a rejected lot, one that is not approved, or an observation', async () => {
    const rejected = await world.opened();
    await world.recorded(rejected.inspectionId, { 'AC-10': { result: 'nonconform', note: '初期パスワードのまま' } });
    await world.approved(rejected.inspectionId);
    const unapproved = await world.opened();
    await world.recorded(unapproved.inspectionId);
    await world.get(JudgeLot).execute(world.inspector(), unapproved.inspectionId);
    const observedLine = await world.ordered({ siteId: await world.site(), agreementId: null }, { facts: FACTS });
    const observed = await world.get(OpenInspection).execute(world.inspector(), { deliveryId: await world.receive(observedLine) });
    await world.recorded(observed);
    await world.approved(observed);
    for (const inspectionId of [rejected.inspectionId, unapproved.inspectionId, observed]) expect(await prepare(inspectionId)).toBeNull();
  });

  it('is printed with a hole in a name: the characters are named and no number is used up', async () => {
    const numbers = () => world.as(world.buyer, (tx) => world.get(Certificates).numbers(tx, 2026));
    const { inspectionId } = await world.passed(undefined, { itemName: '洗浄装置😀𞤀' });
    const before = (await numbers()).length;
    await expect(prepare(inspectionId)).rejects.toMatchObject({ code: 'certificate.glyphs_missing', params: { characters: '😀 (U+1F600) 𞤀 (U+1E900)' } });
    expect(await numbers()).toHaveLength(before);
    const after = await read(await prepared());
    expect(after.number).toBe(`MKD-2026-${String(before + 1).padStart(6, '0')}`);
    expect((await numbers()).map(({ sequence }) => sequence)).toEqual(Array.from({ length: before + 1 }, (_, index) => index + 1));
  });

  it('is prepared by a person, or of a stranger’s inspection', async () => {
    const { inspectionId } = await world.passed();
    expect(await refusal(world.get(PrepareCertificate).execute(world.approver(), { inspectionId }))).toBe('common.forbidden');
    expect(await refusal(world.get(PrepareCertificate).execute({ ...world.system(), organizationId: world.stranger }, { inspectionId }))).toBe('common.not_found');
    expect(await refusal(world.get(SealCertificate).execute({ ...world.system(), organizationId: world.stranger }, { certificateId: await prepared() }))).toBe('common.not_found');
  });

  it('is made without a prefix', async () => {
    const { inspectionId } = await world.passed();
    await world.superuser('update app.organization set certificate_prefix = null where id = $1', [world.buyer]);
    expect(await refusal(prepare(inspectionId))).toBe('certificate.prefix_missing');
    await world.superuser(`update app.organization set certificate_prefix = 'MKD' where id = $1`, [world.buyer]);
  });
});

describe('an issued certificate', () => {
  const supersede = (certificateId: string, reason = '工場名の誤記', actor: Actor = world.approver()) => world.get(SupersedeCertificate).execute(actor, { certificateId, reason });
  const revoke = (certificateId: string, actor: Actor = world.approver()) => world.get(RevokeCertificate).execute(actor, { certificateId, kind: 'defect_found', reason: '納入後に不正なプログラムを発見' });

  it('is read by the supplier once it is issued, and by strangers never', async () => {
    const id = await prepared();
    expect(await refusal(read(id, world.supplier))).toBe('common.not_found');
    await seal(id);
    await print(id);
    expect((await read(id, world.supplier)).state).toBe('issued');
    expect((await bytesOf(id, world.supplier)).bytes.length).toBeGreaterThan(50_000);
    expect(await refusal(read(id, world.stranger))).toBe('common.not_found');
  });

  it('is superseded by one with today’s facts; the old one stands until the new one is out', async () => {
    const id = await issued();
    const { number, statement } = await read(id);
    await supersede(id);
    expect((await register(number))?.status).toBe('issued');
    await world.superuser(`update app.supplier_site set factory_name = '倉賀野第三工場' where factory_name = '倉賀野第二工場'`);
    const next = (await world.get(PrepareReplacement).execute(world.system(), { certificateId: id }))!;
    expect(await world.get(PrepareReplacement).execute(world.system(), { certificateId: id })).toBe(next);
    await seal(next);
    expect([(await read(id)).state, (await register(number))?.status]).toEqual(['issued', 'issued']);
    await print(next);
    const replacement = await read(next);
    expect(replacement.statement).toMatchObject({ replaces: { number, reason: '工場名の誤記' }, supplier: { factoryName: '倉賀野第三工場' }, inspection: statement.inspection });
    expect(await read(id)).toMatchObject({ state: 'superseded', replacedBy: replacement.number, statement });
    expect(await register(number)).toMatchObject({ status: 'superseded', replaced_by: replacement.number, reason_kind: 'superseded' });
    const { bytes } = await bytesOf(id);
    expect((await verifyPdf(bytes, nodeVerificationTools(), { anchors: await anchors(), status })).verdict).toBe('superseded');
    await world.superuser(`update app.supplier_site set factory_name = '倉賀野第二工場' where factory_name = '倉賀野第三工場'`);
    expect(await refusal(supersede(id))).toBe('certificate.not_issued');
  });

  it('is revoked with a reason, and the register follows once', async () => {
    const id = await issued();
    const { number } = await read(id);
    await revoke(id);
    expect((await read(id)).state).toBe('revoked');
    const publish = () => world.get(PublishCertificateStatus).execute(world.system(), { certificateId: id });
    expect([await publish(), await publish()]).toEqual(['revoked', null]);
    expect(await register(number)).toMatchObject({ status: 'revoked', reason_kind: 'defect_found', replaced_by: null });
    expect((await verifyPdf((await bytesOf(id)).bytes, nodeVerificationTools(), { anchors: await anchors(), status })).verdict).toBe('revoked');
    expect(await refusal(revoke(id))).toBe('certificate.not_issued');
  });

  it('is superseded and revoked by an approver of its issuer with a second factor, and with a reason', async () => {
    const id = await issued();
    expect(await refusal(supersede(id, ' '))).toBe('certificate.decision_invalid');
    for (const actor of [world.confirmer(), world.approver({ stepUp: null }), world.approver({ via: 'token' }), person(world.stranger, 'x', ['approver'])]) {
      expect([await refusal(supersede(id, 'x', actor)), await refusal(revoke(id, actor))]).not.toContain('done');
    }
    expect(await refusal(supersede(id, 'x', person(world.supplier, 'x', ['approver'])))).not.toBe('done');
    expect(await refusal(supersede(await prepared(), 'x'))).toBe('certificate.not_issued');
    await supersede(id);
    expect(await refusal(supersede(id))).toBe('certificate.supersession_asked');
  });
});

describe('the database', () => {
  it('lets nobody change what was signed, and nobody but the sealer move it on', async () => {
    const id = await issued();
    const attempts: (() => Promise<unknown>)[] = [
      () => world.as(world.buyer, (tx) => tx.query('update app.certificate set issued_at = null where id = $1', [id])),
      () => world.asSealer(world.buyer, (tx) => tx.query(`update app.certificate set canonical = '{}' where id = $1`, [id])),
      () => world.as(world.buyer, (tx) => tx.query(`update published.certificate set status = 'issued'`)),
      () => world.as(world.buyer, (tx) => tx.query('insert into app.certificate_file values ($1, $2, $3, 1, now())', [id, world.buyer, 'a'.repeat(64)])),
      () => world.asSealer(world.buyer, (tx) => tx.query('delete from app.certificate where id = $1', [id])),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow('permission denied');
  });

  it('holds one certificate per inspection and one replacement per certificate', async () => {
    const id = await issued();
    const copy = (replaces: string | null) => world.as(world.buyer, (tx) => tx.query(
      `insert into app.certificate (id, buyer_organization_id, supplier_organization_id, order_line_id, inspection_id, replaces_id, number, year, sequence, code, canonical, sha256, acts, issued_on, prepared_at)
       select $2, buyer_organization_id, supplier_organization_id, order_line_id, inspection_id, $3, number || 'x' || $4, year, sequence + 5000 + $4::int, translate(code, 'ABCDEFGHIJ', 'JABCDEFGHI'), canonical,
         sha256, acts, issued_on, prepared_at from app.certificate where id = $1`, [id, newId(), replaces, String(Math.floor(Math.random() * 1000))]));
    await expect(copy(null)).rejects.toMatchObject({ code: 'common.already_exists' });
    await copy(id);
    await expect(copy(id)).rejects.toMatchObject({ code: 'common.already_exists' });
  });

  it('shows the verifier the register and nothing else', async () => {
    const verifier = await world.database.source('kenshu_verifier');
    expect((await verifier.query('select count(*)::int as n from published.certificate'))[0].n).toBeGreaterThan(0);
    await expect(verifier.query('select 1 from app.certificate')).rejects.toThrow('permission denied');
    await expect(verifier.query(`update published.certificate set status = 'issued'`)).rejects.toThrow('permission denied');
  });

});
