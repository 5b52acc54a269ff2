import { buffer } from 'node:stream/consumers';
import { Certificates, PrepareCertificate } from '@libs/certificate';
import { Deliveries, ReceiveDelivery } from '@libs/delivery';
import { EvidenceFiles } from '@libs/evidence';
import { ApproveInspection, ConfirmInspection, Inspections, JudgeLot, RecordResult } from '@libs/inspection';
import { OrderLines, PlaceOrder, RegisterOrderLine } from '@libs/order';
import { InviteMember, Organizations } from '@libs/organization';
import { Requests, SendRequest } from '@libs/request';
import { AnswerQuestion, Responses, StartResponse, Statements, SubmitResponse } from '@libs/response';
import { Attestations, SealResponse, Seals, SignResponse } from '@libs/attestation';
import { AgreeResponse, Agreements, ReturnWithFindings, Reviews } from '@libs/review';
import { ApproveSpecification, ChangeDraft, DraftSpecification, Specifications, SubmitForApproval } from '@libs/specification';
import { SupplierSites } from '@libs/supplier';
import { verifyPdf } from '@libs/verification';
import { Ledger, firstBreak, linkHash } from '@platform/ledger';
import { nodeVerificationTools } from '@platform/signing';
import { newId, systemActor } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { FACTS, Scene, examine, fillAll, orderTerms, playJourney } from '../support/journey.js';
import type { Journey } from '../support/journey.js';
import { refusal } from '../pipeline/parties.fixture.js';

let scene: Scene;
let journey: Journey;
beforeAll(async () => {
  scene = await Scene.open();
  journey = await playJourney(scene);
});
afterAll(() => scene?.close());

const lotOf = (id: string, who: Actor = journey.sato) => scene.as(who, (tx) => scene.get(Deliveries).byId(tx, id));
const inspectionOf = (id: string, who: Actor = journey.sato) => scene.as(who, (tx) => scene.get(Inspections).byId(tx, id));
const certificatesOf = (inspectionId: string) => scene.as(journey.buyer, (tx) => scene.get(Certificates).ofInspection(tx, inspectionId));
const statementSeenBy = (who: Actor, id: string) => scene.as(who, (tx) => scene.get(Statements).byId(tx, id));
const prepare = (inspectionId: string) => scene.do(PrepareCertificate, systemActor(journey.buyer), { inspectionId });
const events = async (since = '') => (await scene.superuser<{ act: string; n: number }>(`select act, count(*)::int as n from app.audit_event where ($1 = '' or id::text > $1) group by act order by act`, [since]))
  .map(({ act, n }) => `${act} ${n}`);
const newestEvent = async () => (await scene.superuser<{ id: string }>('select id::text from app.audit_event order by id desc limit 1'))[0]!.id;
/** Another request to the same factory, answered and submitted by 髙橋 but signed by nobody. */
async function submitted() {
  const { sato, takahashi, supplierSiteId, editionId } = journey;
  const { id: requestId } = await scene.do(SendRequest, sato, { supplierSiteId, specificationEditionId: editionId, dueOn: '2026-12-25', facts: FACTS, levelDecision: { secrets: false, stoppage: false, reach: false } });
  const responseId = await scene.do(StartResponse, takahashi, { requestId });
  await fillAll(scene, takahashi, responseId);
  return { requestId, responseId, ...(await scene.do(SubmitResponse, takahashi, { responseId })) };
}
async function released() {
  const submission = await submitted();
  await scene.do(SignResponse, journey.kanzaki, { statementId: submission.statementId, digest: submission.sha256 });
  await scene.do(SealResponse, systemActor(journey.supplier), { statementId: submission.statementId });
  return submission;
}

describe('佐藤, who buys,', () => {
  it('never sees a draft of 髙橋: neither while it is written, nor submitted, nor signed, but as soon as it is sealed', async () => {
    const { sato, takahashi, kanzaki, supplier } = journey;
    const { statementId, sha256, requestId, responseId } = await submitted();
    const seen = async (): Promise<string[]> => [
      await refusal(scene.as(sato, (tx) => scene.get(Responses).byId(tx, responseId))), await refusal(statementSeenBy(sato, statementId)),
      String(await scene.as(sato, async (tx) => (await scene.get(Statements).newestReleased(tx, requestId))?.id ?? null))];
    expect(await seen()).toEqual(['common.not_found', 'common.not_found', 'null']);
    expect((await statementSeenBy(takahashi, statementId)).sha256).toBe(sha256);
    await scene.do(SignResponse, kanzaki, { statementId, digest: sha256 });
    expect(await seen()).toEqual(['common.not_found', 'common.not_found', 'null']);
    await scene.do(SealResponse, systemActor(supplier), { statementId });
    expect(await seen()).toEqual(['common.not_found', 'done', statementId]);
  });

  it('sees in the released statement who answered what, and may open the cited file but not the other one', async () => {
    const { sato, second, evidence, uncited, citedKey } = journey;
    const { document } = await statementSeenBy(sato, second.statementId);
    expect(document.respondent).toMatchObject({ name: '髙﨑精機㈱', factoryName: '第二工場' });
    const cited = document.answers.find((answer) => answer.key === citedKey)!;
    expect(cited).toMatchObject({ answeredBy: '髙橋 奈緒', evidence: [{ id: evidence.id, fileName: '体制図（2026年度）.pdf', sha256: evidence.sha256 }] });
    const opened = await scene.as(sato, async (tx) => buffer((await scene.get(EvidenceFiles).open(tx, evidence.id)).content));
    expect(opened.toString()).toContain('体制図');
    expect(await refusal(scene.as(sato, (tx) => scene.get(EvidenceFiles).open(tx, uncited.id)))).toBe('common.not_found');
  });

  it('reads who signed it: 神﨑, with a second factor, over the very digest', async () => {
    const { sato, second } = journey;
    expect(await scene.as(sato, (tx) => scene.get(Attestations).of(tx, second.statementId)))
      .toMatchObject({ name: '神﨑 隆', department: '品質保証部', digest: second.sha256, method: 'password_mail_code', withoutSeparation: false });
    expect((await scene.as(sato, (tx) => scene.get(Seals).of(tx, 'response_statement', second.statementId)))!.envelope.digest).toBe(second.sha256);
  });

  it('agrees only to the newest statement, and once', async () => {
    const { sato, first, second, requestId, agreementId } = journey;
    const agree = (statementId: string, digest: string) => refusal(scene.do(AgreeResponse, sato, { statementId, digest, deviations: [], priceTalk: { state: 'none_needed' } }));
    expect([await agree(first.statementId, first.sha256), await agree(second.statementId, second.sha256)]).toEqual(['review.already_agreed', 'review.already_agreed']);
    const agreement = await scene.as(sato, (tx) => scene.get(Agreements).byRequest(tx, requestId));
    expect(agreement).toMatchObject({ id: agreementId, document: { statement: { id: second.statementId, sha256: second.sha256, revision: 2 }, agreedBy: { name: '佐藤 花子' } } });
    const open = await released();
    expect(await agree(open.statementId, first.sha256)).toBe('review.digest_differs');
  });
});

describe('髙橋, who answers,', () => {
  it('finds a returned response editable again, while the first statement stays as it was signed', async () => {
    const { sato, takahashi, first, second, weakKey } = journey;
    const open = await released();
    await expect(save(open.responseId)).resolves.toBe('response.not_editable');
    await scene.do(ReturnWithFindings, sato, { statementId: open.statementId, findings: [{ requirementKey: weakKey, text: '担当者の氏名を' }] });
    expect(await scene.as(takahashi, (tx) => scene.get(Responses).byId(tx, open.responseId))).toMatchObject({ state: 'returned' });
    await expect(save(open.responseId)).resolves.toBe('done');
    const [before, after] = [await statementSeenBy(sato, first.statementId), await statementSeenBy(sato, second.statementId)];
    const level = (statement: typeof before): unknown => statement.document.answers.find((answer) => answer.key === weakKey)!.answer;
    expect([before.sha256, level(before), level(after)]).toEqual([first.sha256, { kind: 'level', value: 1 }, { kind: 'level', value: 4 }]);

    async function save(responseId: typeof open.responseId): Promise<string> {
      const draft = (await scene.as(takahashi, (tx) => scene.get(Responses).drafts(tx, responseId))).find((one) => one.key === weakKey)!;
      return refusal(scene.do(AnswerQuestion, takahashi, { responseId, requirementKey: weakKey, version: draft.version, answer: { kind: 'level', value: 5 } }));
    }
  });

  it('reads the finding and the reply, but not the note that 長瀬 left for her colleagues', async () => {
    const { takahashi, sato, first, responseId } = journey;
    const [finding] = await scene.as(takahashi, (tx) => scene.get(Reviews).findings(tx, responseId));
    expect(finding).toMatchObject({ text: '事故時の担当者を決めてください', replies: [{ text: '担当者を置きました' }] });
    expect(await scene.as(takahashi, (tx) => scene.get(Reviews).notes(tx, first.statementId))).toEqual([]);
    expect((await scene.as(sato, (tx) => scene.get(Reviews).notes(tx, first.statementId))).map((note) => note.reviewedBy)).toEqual(['長瀬 由香']);
  });

  it('does not learn of the buyer’s other suppliers, nor of the row it has in the buyer’s ledger', async () => {
    const { takahashi, requestId, supplierSiteId, unjoinedRequestId } = journey;
    const requests = await scene.as(takahashi, (tx) => scene.get(Requests).list(tx));
    expect(requests.map((request) => request.id)).toContain(requestId);
    expect(requests.map((request) => request.id)).not.toContain(unjoinedRequestId);
    expect(await refusal(scene.as(takahashi, (tx) => scene.get(SupplierSites).byId(tx, supplierSiteId)))).toBe('common.not_found');
  });

  it('cannot sign: that is 神﨑’s, and not without a fresh second factor', async () => {
    const { takahashi, kanzaki } = journey;
    const { statementId, sha256: digest } = await submitted();
    expect(await refusal(scene.do(SignResponse, takahashi, { statementId, digest }))).toBe('common.forbidden');
    expect(await refusal(scene.do(SignResponse, { ...kanzaki, stepUp: null }, { statementId, digest }))).toBe('identity.step_up_required');
    expect(await refusal(scene.do(SignResponse, { ...kanzaki, via: 'token' }, { statementId, digest }))).toBe('common.sign_off_needs_session');
    expect(await refusal(scene.do(SignResponse, kanzaki, { statementId, digest }))).toBe('done');
  });
});

describe('an order', () => {
  const place = async (change: Parameters<typeof orderTerms>[1], agreementId: string | null) => {
    const id = await scene.do(RegisterOrderLine, journey.sato, orderTerms(journey.supplierSiteId, change));
    await scene.do(PlaceOrder, journey.sato, { orderLineId: id, agreementId });
    return id;
  };
  const signOff = async (inspectionId: Awaited<ReturnType<typeof examine>>) => {
    const { nagase, watanabe, sakuraba } = journey;
    const judgement = await scene.do(JudgeLot, nagase, inspectionId);
    await scene.do(ConfirmInspection, watanabe, { inspectionId, statementSha256: judgement.statementSha256 });
    await scene.do(ApproveInspection, sakuraba, { inspectionId, statementSha256: judgement.statementSha256 });
    return judgement;
  };

  it('that was placed with the agreement gives a passed lot its one certificate, which a stranger verifies from the file alone', async () => {
    const { goodInspectionId, certificateId, takahashi } = journey;
    expect(await prepare(goodInspectionId)).toBe(certificateId);
    expect((await certificatesOf(goodInspectionId)).map(({ id, state, number }) => [id, state, number])).toEqual([[certificateId, 'issued', expect.stringMatching(/^YMT-2026-0*1$/)]]);
    const bytes = await scene.as(takahashi, async (tx) => buffer((await scene.get(Certificates).open(tx, certificateId)).content));
    const anchors = (await scene.superuser<{ pem: string }>('select pem from published.trust_anchor')).map(({ pem }) => pem);
    const verdict = async (pdf: Uint8Array): Promise<string> => (await verifyPdf(pdf, nodeVerificationTools(), { anchors, now: scene.clock.now() })).verdict;
    expect(await verdict(bytes)).toBe('genuine');
    const changed = Uint8Array.from(bytes);
    changed[20] = changed[20]! ^ 1;
    expect(await verdict(changed)).not.toBe('genuine');
  });

  it('that was placed without one yields an observation and no certificate, however good the lot is', async () => {
    const { hamada, nagase, unpinnedLineId } = journey;
    const lot = await scene.do(ReceiveDelivery, hamada, { orderLineId: unpinnedLineId, noteNumber: 'DN-U', quantity: 2 });
    const inspectionId = await examine(scene, nagase, lot);
    expect((await inspectionOf(inspectionId)).kind).toBe('observation');
    expect(await signOff(inspectionId)).toMatchObject({ verdict: null, unmet: [] });
    expect([await prepare(inspectionId), await certificatesOf(inspectionId)]).toEqual([null, []]);
    expect(await lotOf(lot)).toMatchObject({ verdict: null, acceptedOn: null });
  });

  it('with セキュア要求なし takes no agreement, keeps its reason, and yields an observation and no certificate', async () => {
    const { observationId, observation, withoutRequirementId, agreementId, sato } = journey;
    expect(observation.verdict).toBeNull();
    expect([await prepare(observationId), await certificatesOf(observationId)]).toEqual([null, []]);
    expect(await scene.as(sato, (tx) => scene.get(OrderLines).byId(tx, withoutRequirementId))).toMatchObject({ secureRequirement: false, noRequirementReason: '計算機を含まない治具' });
    expect(await refusal(place({ secureRequirement: false, noRequirementReason: '治具' }, agreementId))).toBe('order.agreement_without_requirement');
    expect(await refusal(place({ secureRequirement: false }, null))).toBe('order.terms_invalid');
  });

  it('cannot be given a pin afterwards', async () => {
    const { sato, unpinnedLineId, agreementId } = journey;
    expect(await refusal(scene.do(PlaceOrder, sato, { orderLineId: unpinnedLineId, agreementId }))).toBe('order.not_a_draft');
  });

  it('of one factory does not take the agreement of another', async () => {
    const id = await scene.do(RegisterOrderLine, journey.sato, orderTerms(journey.unjoinedSiteId));
    expect(await refusal(scene.do(PlaceOrder, journey.sato, { orderLineId: id, agreementId: journey.agreementId }))).toBe('order.agreement_of_another_site');
  });

  it('gives a rejected lot no certificate and no acceptance day, and says what was not met', async () => {
    const { badInspectionId, badJudgement, badLotId, goodLotId, sato } = journey;
    expect(badJudgement).toMatchObject({ verdict: 'rejected', unmet: ['AC-07'] });
    expect([await prepare(badInspectionId), await certificatesOf(badInspectionId)]).toEqual([null, []]);
    expect(await lotOf(badLotId)).toMatchObject({ verdict: 'rejected', acceptedOn: null });
    expect(await lotOf(goodLotId)).toMatchObject({ verdict: 'passed', acceptedOn: expect.stringMatching(/^2026-11-/) });
    expect((await scene.as(sato, (tx) => scene.get(Inspections).nonconformities(tx, badInspectionId))).map((row) => row.itemCode)).toEqual(['AC-07']);
  });

  it('is not delivered twice over: what exceeds it is refused at the dock, however it is split', async () => {
    const { hamada, orderLineId } = journey;
    expect(await refusal(scene.do(ReceiveDelivery, hamada, { orderLineId, noteNumber: 'DN-9', quantity: 1 }))).toBe('order.over_delivery');
    const other = await place({ quantity: 3 }, null);
    const receive = (note: string) => refusal(scene.do(ReceiveDelivery, hamada, { orderLineId: other, noteNumber: note, quantity: 2 }));
    expect((await Promise.all([receive('DN-A'), receive('DN-B')])).sort()).toEqual(['done', 'order.over_delivery']);
  });

  it('counts its payment from the day of receipt, sixty days with that day, whatever the inspection says', async () => {
    const { goodLotId, badLotId } = journey;
    const [good, bad] = [await lotOf(goodLotId), await lotOf(badLotId)];
    const days = (lot: typeof good): number => (Date.parse(lot.paymentDueOn) - Date.parse(lot.receivedOn)) / 86_400_000 + 1;
    expect([days(good), days(bad)]).toEqual([60, 60]);
  });
});

describe('the people who sign a lot', () => {
  const opened = async (quantity = 1) => {
    const orderLineId = await scene.do(RegisterOrderLine, journey.sato, orderTerms(journey.supplierSiteId, { quantity }));
    await scene.do(PlaceOrder, journey.sato, { orderLineId, agreementId: journey.agreementId });
    const deliveryId = await scene.do(ReceiveDelivery, journey.hamada, { orderLineId, noteNumber: 'DN-S', quantity });
    return examine(scene, journey.nagase, deliveryId);
  };
  const judged = async () => {
    const inspectionId = await opened();
    return { inspectionId, ...(await scene.do(JudgeLot, journey.nagase, inspectionId)) };
  };
  const confirm = (who: Actor, { inspectionId, statementSha256 }: Awaited<ReturnType<typeof judged>>) => refusal(scene.do(ConfirmInspection, who, { inspectionId, statementSha256 }));
  const approve = (who: Actor, { inspectionId, statementSha256 }: Awaited<ReturnType<typeof judged>>) => refusal(scene.do(ApproveInspection, who, { inspectionId, statementSha256 }));

  it('are two: 渡邊, who confirmed, does not approve, although he holds the role; 桜庭 does', async () => {
    const lot = await judged();
    expect(await approve(journey.watanabe, lot)).toBe('inspection.not_confirmed');
    expect(await confirm(journey.watanabe, lot)).toBe('done');
    expect(await approve(journey.watanabe, lot)).toBe('inspection.approver_is_confirmer');
    expect(await approve({ ...journey.sakuraba, personKey: journey.watanabe.personKey }, lot)).toBe('inspection.approver_is_confirmer');
    expect(await approve(journey.sakuraba, lot)).toBe('done');
  });

  it('may be the inspector at the confirmation of a middle lot, but never at the approval', async () => {
    const [own, lot] = [await judged(), await judged()];
    expect(await confirm(journey.nagase, own)).toBe('done');
    expect(await confirm(journey.watanabe, lot)).toBe('done');
    expect(await approve({ ...journey.nagase, roles: ['approver'] }, lot)).toBe('inspection.approver_is_inspector');
    expect(await approve({ ...journey.hamada, roles: ['approver'] }, lot)).toBe('inspection.approver_is_receiver');
  });

  it('sign what they saw: another digest is refused, and nothing can be recorded after the judgement', async () => {
    const lot = await judged();
    expect(await confirm(journey.watanabe, { ...lot, statementSha256: 'f'.repeat(64) })).toBe('inspection.statement_changed');
    const { items } = await inspectionOf(lot.inspectionId);
    expect(await refusal(scene.do(RecordResult, journey.nagase, { inspectionId: lot.inspectionId, itemKey: items[2]!.key, method: 'document', result: 'conform' }))).toBe('inspection.frozen');
  });

  it('let the supplier see the inspection when it is approved, not before', async () => {
    const inspectionId = await opened();
    expect(await refusal(inspectionOf(inspectionId, journey.takahashi))).toBe('common.not_found');
    expect((await inspectionOf(journey.goodInspectionId, journey.takahashi)).signOffs.map(({ step, name }) => [step, name]))
      .toEqual([['judge', '長瀬 由香'], ['confirm', '渡邊 一郎'], ['approve', '桜庭 典子']]);
  });
});

describe('a specification', () => {
  it('is not approved by 𠮷田, who wrote it, under whatever account', async () => {
    const { yoshida, nakamura } = journey;
    const source = await scene.as(yoshida, (tx) => scene.get(Specifications).byId(tx, journey.specificationId));
    const { id, version } = await scene.do(DraftSpecification, yoshida, { ...source.draft, title: { ja: '別の仕様書' } });
    const submission = await scene.do(SubmitForApproval, yoshida, id, version);
    expect(await refusal(scene.do(ApproveSpecification, { ...yoshida, roles: ['spec_approver'] }, id, submission.version))).toBe('specification.approver_wrote_it');
    expect(await refusal(scene.do(ApproveSpecification, { ...nakamura, personKey: yoshida.personKey }, id, submission.version))).toBe('specification.approver_wrote_it');
    expect(await refusal(scene.do(ApproveSpecification, nakamura, id, submission.version))).toBe('done');
  });

  it('that was sent does not change: the request names the digest of its edition', async () => {
    const { sato, yoshida, requestId, specificationId, editionSha256 } = journey;
    const { version } = await scene.as(yoshida, (tx) => scene.get(Specifications).byId(tx, specificationId));
    expect(await refusal(scene.do(ChangeDraft, yoshida, specificationId, version, { scope: '別の範囲' }))).toBe('specification.not_change_now');
    expect((await scene.as(sato, (tx) => scene.get(Requests).byId(tx, requestId))).documentSha256).toBe(editionSha256);
  });
});

describe('外山 of another company', () => {
  it('sees nothing of it and is told nothing about it', async () => {
    const { toyama, requestId, orderLineId, goodInspectionId, certificateId, buyer } = journey;
    const codes = await Promise.all([
      refusal(scene.as(toyama, (tx) => scene.get(Requests).byId(tx, requestId))), refusal(scene.as(toyama, (tx) => scene.get(OrderLines).byId(tx, orderLineId))),
      refusal(inspectionOf(goodInspectionId, toyama)), refusal(scene.as(toyama, (tx) => scene.get(Certificates).byId(tx, certificateId)))]);
    expect(new Set(codes)).toEqual(new Set(['common.not_found']));
    expect(await scene.as(toyama, (tx) => scene.get(Organizations).named(tx, buyer))).toBeUndefined();
    const known = refusal(scene.as(toyama, (tx) => scene.get(Requests).byId(tx, requestId)));
    expect(await known).toBe(await refusal(scene.as(toyama, (tx) => scene.get(Requests).byId(tx, newId()))));
  });
});

describe('the proof', () => {
  it('is one chain per request, the same for both sides, and breaks where somebody changed it', async () => {
    const { sato, takahashi, requestId } = journey;
    const links = (who: Actor) => scene.as(who, (tx) => scene.get(Ledger).links(tx, requestId));
    const chain = await links(sato);
    expect(chain.map((link) => link.kind)).toEqual(
      expect.arrayContaining(['request.send', 'response.release', 'response.release', 'review.agree', 'inspection.approve', 'inspection.approve', 'certificate.seal']));
    expect(await links(takahashi)).toEqual(chain);
    expect(firstBreak(chain, linkHash)).toBeNull();
    await scene.superuser('update app.ledger_entry set object_sha256 = $2 where chain_id = $1 and sequence = 3', [requestId, 'a'.repeat(64)]);
    expect(firstBreak(await links(sato), linkHash)).toBe(3);
    await scene.superuser('update app.ledger_entry set object_sha256 = $2 where chain_id = $1 and sequence = 3', [requestId, chain[2]!.objectSha256]);
  });
});

describe('the audit trail', () => {
  it('has one event for every act of the journey, by name, and none for typing an answer', async () => {
    const fresh = await Scene.open();
    try {
      const once = await playJourney(fresh);
      const rows = await fresh.superuser<{ act: string; n: number }>('select act, count(*)::int as n from app.audit_event group by act');
      expect(Object.fromEntries(rows.map(({ act, n }) => [act, n]))).toEqual({
        'organization.create': 3, 'organization.invite_member': 10, 'organization.accept_invitation': 10, 'organization.add_site': 1,
        'specification.draft': 1, 'specification.submit': 1, 'specification.approve': 1, 'supplier.register': 2, 'supplier.approve': 1, 'supplier.link': 1,
        'request.send': 3, 'request.accept_invitation': 1, 'request.link': 1, 'request.acknowledge': 1, 'request.correct_facts': 1,
        'evidence.upload': 2, 'response.start': 1, 'response.attach': 1, 'response.submit': 2, 'attestation.sign': 2, 'attestation.seal': 2,
        'review.note': 1, 'review.return': 1, 'review.reply': 1, 'review.agree': 1, 'order.register': 5, 'order.place': 4,
        'delivery.announce': 1, 'delivery.receive': 3, 'inspection.open': 3, 'inspection.record': once.recorded, 'inspection.judge': 3, 'inspection.confirm': 3, 'inspection.approve': 3,
        'certificate.prepare': 1, 'certificate.sign': 1, 'certificate.seal': 1, 'certificate.issue': 1,
      });
      const [revisions] = await fresh.superuser<{ n: number }>('select count(*)::int as n from app.answer_revision');
      expect(revisions!.n).toBeGreaterThan(10);
    } finally {
      await fresh.close();
    }
  });

  it('has none for an act that was refused', async () => {
    const { hamada, orderLineId, onodera, toyama, requestId } = journey;
    const before = await newestEvent();
    await refusal(scene.do(ReceiveDelivery, hamada, { orderLineId, noteNumber: 'DN-X', quantity: 99 }));
    await refusal(scene.do(InviteMember, { ...onodera, roles: ['auditor'] }, { email: 'x@example.jp', displayName: 'x', roles: ['auditor'] }));
    await refusal(scene.do(StartResponse, { ...toyama, roles: ['supplier_contact'] }, { requestId }));
    expect(await events(before)).toEqual([]);
  });
});
