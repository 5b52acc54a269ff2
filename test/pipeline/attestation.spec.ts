import { X509Certificate } from 'node:crypto';
import { Attestations, DeclineSignature, SealResponse, Seals, SignResponse } from '@libs/attestation';
import { EvidenceFiles } from '@libs/evidence';
import { AttachEvidence, Responses, Statements } from '@libs/response';
import type { Submission } from '@libs/response';
import { AuditQueries } from '@platform/audit';
import { Ledger, firstBreak, linkHash } from '@platform/ledger';
import { OrganizationKeys, canonicalDigest, nodeVerificationTools, sha256Hex } from '@platform/signing';
import { verifyEnvelope } from '@pure/verification';
import { newId, systemActor } from '@platform/tenancy';
import { person } from '../support/platform.js';
import { Answering } from './answering.fixture.js';

let world: Answering;
beforeAll(async () => { world = await Answering.open(); });
afterAll(() => world?.close());

const sealOf = (organization: Answering['buyer'], statementId: string) => world.as(organization, (tx) => world.get(Seals).of(tx, 'response_statement', statementId));
const links = (requestId: string) => world.as(world.supplier, (tx) => world.get(Ledger).links(tx, requestId));
const seal = (submission: Submission) => world.get(SealResponse).execute(systemActor(world.supplier), { statementId: submission.statementId });

describe('signing', () => {
  it('puts the person, the role, the method and the digest on record', async () => {
    const submission = await world.submitted(await world.request());
    await world.sign(submission);
    const attestation = await world.as(world.supplier, (tx) => world.get(Attestations).of(tx, submission.statementId));
    expect(attestation).toMatchObject({ digest: submission.sha256, role: 'supplier_signer', name: '髙﨑', department: '品質保証部', personKey: '9', method: 'password_mail_code', withoutSeparation: false });
    const events = await world.as(world.supplier, (tx) => world.get(AuditQueries).about(tx, 'response_statement', submission.statementId));
    expect(events.map((event) => [event.act, event.actorName])).toEqual([['attestation.sign', '髙﨑']]);
  });

  it('by the one who submitted is allowed to a supplier of one person, and recorded', async () => {
    const request = await world.request();
    const memberId = newId<'Member'>();
    const alone = world.signer({ name: '一人', memberId, roles: ['supplier_respondent', 'supplier_signer'] });
    const [identity] = await world.superuser<{ id: string }>(
      `insert into identity.identity (id, email, display_name, language, time_zone, created_at) values ($1, 'hitori@example.jp', '一人', 'ja', 'Asia/Tokyo', now()) returning id`, [newId()]);
    await world.superuser(
      `insert into app.member (id, organization_id, identity_id, display_name, email, person_key, roles, language, joined_at)
       values ($1, $2, $3, '一人', 'hitori@example.jp', '9', '{supplier_respondent,supplier_signer}', 'ja', now())`, [memberId, world.supplier, identity!.id]);
    const responseId = await world.start(request, alone);
    await world.fill(responseId, alone);
    const submission = await world.submit(responseId, alone);
    // another account with the same employee number is the same person
    await world.sign(submission, world.signer({ personKey: '9' }));
    expect(await world.as(world.supplier, (tx) => world.get(Attestations).of(tx, submission.statementId))).toMatchObject({ withoutSeparation: true });
  });

  it('is refused when what was shown is not what is stored', async () => {
    const { statementId } = await world.submitted(await world.request());
    await expect(world.get(SignResponse).execute(world.signer(), { statementId, digest: 'f'.repeat(64) })).rejects.toMatchObject({ code: 'attestation.digest_differs' });
  });

  it('is refused without the role, without a second factor, and to every other organisation', async () => {
    const { statementId, sha256: digest } = await world.submitted(await world.request());
    const sign = (actor: ReturnType<typeof world.signer>) => world.get(SignResponse).execute(actor, { statementId, digest });
    await expect(sign(world.respondent())).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(sign(world.signer({ stepUp: null }))).rejects.toMatchObject({ kind: 'step_up' });
    for (const organization of [world.buyer, world.stranger]) {
      await expect(sign(person(organization, 'x', ['supplier_signer']))).rejects.toMatchObject({ kind: 'not_found' });
    }
  });

  it('happens once', async () => {
    const submission = await world.submitted(await world.request());
    const both = await Promise.allSettled([world.sign(submission), world.sign(submission)]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((both.find((one) => one.status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({ code: 'attestation.already_signed' });
  });
});

describe('a signer who does not sign', () => {
  it('sends the submission back with a reason; the next one is another revision', async () => {
    const submission = await world.submitted(await world.request());
    const decline = (reason: string) => world.get(DeclineSignature).execute(world.signer(), { statementId: submission.statementId, reason });
    await expect(decline(' ')).rejects.toMatchObject({ code: 'response.reason_missing' });
    await decline('項目4の根拠が不足');
    await expect(world.sign(submission)).rejects.toMatchObject({ code: 'attestation.not_submitted' });
    const response = await world.as(world.supplier, (tx) => world.get(Responses).byId(tx, submission.responseId));
    expect(response).toMatchObject({ state: 'draft', statements: [{ withdrawnReason: '項目4の根拠が不足' }] });
    await world.answer(submission.responseId, 'm:4', { kind: 'level', value: 5 }, { comment: '現地で提示' });
    expect(await world.submit(submission.responseId)).toMatchObject({ revision: 2 });
  });
  it('cannot take a signature back', async () => {
    const submission = await world.submitted(await world.request());
    await world.sign(submission);
    await expect(world.get(DeclineSignature).execute(world.signer(), { statementId: submission.statementId, reason: 'x' })).rejects.toMatchObject({ code: 'attestation.already_signed' });
  });
});

describe('the seal', () => {
  it('covers the statement and the act, follows in the ledger, and shows the buyer the statement and its files', async () => {
    const request = await world.request();
    const responseId = await world.start(request);
    await world.fill(responseId);
    const [cited, other] = [await world.upload(world.respondent(), '%PDF-1.7 cited'), await world.upload(world.respondent(), '%PDF-1.7 other')];
    await world.get(AttachEvidence).execute(world.respondent(), { responseId, requirementKey: 'm:4', evidenceId: cited.id });
    const submission = await world.submit(responseId);
    await world.sign(submission);
    expect(await sealOf(world.supplier, submission.statementId)).toBeUndefined();
    await expect(world.as(world.buyer, (tx) => world.get(Statements).byId(tx, submission.statementId))).rejects.toMatchObject({ kind: 'not_found' });
    await seal(submission);

    const sealed = (await sealOf(world.buyer, submission.statementId))!;
    expect(sealed.envelope).toMatchObject({ format: 'kenshu.sealed/1', digest: submission.sha256, acts: [{ name: '髙﨑', role: 'supplier_signer', digest: submission.sha256 }] });
    expect(sha256Hex(new TextEncoder().encode(sealed.text))).toBe(sealed.sha256);
    expect(canonicalDigest(sealed.envelope.statement)).toBe(submission.sha256);
    const { document } = await world.as(world.buyer, (tx) => world.get(Statements).byId(tx, submission.statementId));
    expect(document.answers.find((answer) => answer.key === 'm:4')!.evidence).toMatchObject([{ id: cited.id, sha256: cited.sha256, fileName: '構成図.pdf' }]);
    expect((await world.as(world.buyer, (tx) => world.get(EvidenceFiles).byIds(tx, [cited.id, other.id]))).map((file) => file.id)).toEqual([cited.id]);
    expect(await world.as(world.buyer, (tx) => world.get(Attestations).of(tx, submission.statementId))).toMatchObject({ name: '髙﨑' });
    const chain = await links(request);
    expect(chain.map((link) => [link.kind, link.objectId, link.objectSha256])).toEqual([['response.release', submission.statementId, sealed.sha256]]);
    expect(firstBreak(chain, linkHash)).toBeNull();
    for (const table of ['response_statement', 'attestation', 'seal', 'response_release']) {
      expect([table, await world.as(world.stranger, (tx) => tx.query(`select * from app.${table}`))]).toEqual([table, []]);
    }
  });

  it('is genuine to a stranger who has the envelope alone, and altered after a change', async () => {
    const submission = await world.submitted(await world.request());
    await world.release(submission);
    const { text } = (await sealOf(world.buyer, submission.statementId))!;
    const anchor = await world.asSealer(world.supplier, (tx) => world.get(OrganizationKeys).authorityPem(tx));
    const verdict = async (envelope: string) =>
      (await verifyEnvelope(envelope, nodeVerificationTools(), { anchors: [new X509Certificate(anchor!).raw] })).verdict;
    expect(await verdict(text)).toBe('genuine');
    expect(await verdict(text.replace('髙﨑', '別人'))).toBe('altered');
    expect(await verdict(text.replace('"value":4', '"value":5'))).toBe('altered');
  });

  it('run twice, or by two workers at once, is one seal, one ledger entry, one event', async () => {
    const request = await world.request();
    const submission = await world.submitted(request);
    await world.sign(submission);
    const seals = await Promise.all([seal(submission), seal(submission)]);
    expect(await seal(submission)).toEqual(seals[0]);
    expect(seals[1]).toEqual(seals[0]);
    expect(await links(request)).toHaveLength(1);
    const events = await world.as(world.supplier, (tx) => world.get(AuditQueries).about(tx, 'response_statement', submission.statementId));
    expect(events.map((event) => event.act)).toEqual(['attestation.sign', 'attestation.seal']);
  });

  it('is not set on what nobody signed, nor by a person', async () => {
    const submission = await world.submitted(await world.request());
    await expect(seal(submission)).rejects.toMatchObject({ code: 'attestation.not_signed' });
    await expect(world.get(SealResponse).execute(world.signer(), { statementId: submission.statementId })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(world.get(SealResponse).execute(systemActor(world.stranger), { statementId: submission.statementId })).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('is not set on bytes that are not the ones that were signed', async () => {
    const submission = await world.submitted(await world.request());
    await world.sign(submission);
    await world.superuser(
      `update app.response_statement set canonical = replace(canonical, '"value":4', '"value":5'),
         sha256 = encode(sha256(convert_to(replace(canonical, '"value":4', '"value":5'), 'UTF8')), 'hex') where id = $1`, [submission.statementId]);
    await expect(seal(submission)).rejects.toThrow('is not what was signed');
    expect(await sealOf(world.supplier, submission.statementId)).toBeUndefined();
  });

  it('cannot be written by the runtime role, nor changed by the sealer', async () => {
    const submission = await world.submitted(await world.request());
    await world.release(submission);
    await expect(world.as(world.supplier, (tx) => tx.query(`insert into app.seal select * from app.seal`))).rejects.toThrow('permission denied');
    await expect(world.asSealer(world.supplier, (tx) => tx.query(`update app.seal set envelope = 'x'`))).rejects.toThrow('permission denied');
    await expect(world.as(world.supplier, (tx) => tx.query(`delete from app.attestation`))).rejects.toThrow('permission denied');
  });
});

it('an own factory signs for its own organisation, and nothing needs a grant', async () => {
  const request = await world.request({ wlan: false }, world.buyer);
  const actor = person(world.buyer, '工場担当', ['supplier_respondent'], { memberId: null });
  const responseId = await world.start(request, actor);
  await world.fill(responseId, actor);
  const submission = await world.submit(responseId, actor);
  await world.release(submission, person(world.buyer, '工場長', ['supplier_signer']));
  expect(await sealOf(world.buyer, submission.statementId)).toMatchObject({ organizationId: world.buyer });
  expect(await world.as(world.buyer, (tx) => world.get(Statements).newestReleased(tx, request))).toMatchObject({ revision: 1 });
});
