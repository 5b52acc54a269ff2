import { Readable } from 'node:stream';
import { SealResponse, SignResponse } from '@libs/attestation';
import { PrepareCertificate } from '@libs/certificate';
import { AnnounceDelivery, AttachDeliveryDocument, ReceiveDelivery } from '@libs/delivery';
import { UploadEvidence } from '@libs/evidence';
import { ApproveInspection, AttachInspectionFiles, ConfirmInspection, Inspections, JudgeLot, OpenInspection, SendBackInspection, decides } from '@libs/inspection';
import { PlaceOrder, PreviewOrderImport, RegisterOrderLine } from '@libs/order';
import { CreateOrganization, InviteMember, foundingActor } from '@libs/organization';
import { Chasing, RecordBounce, RecordTalk, RemindRespondent, SendRequest } from '@libs/request';
import { AssignItems, AttachEvidence, PreviewWorkbook, Responses, StartResponse, SubmitResponse } from '@libs/response';
import { ReturnWithFindings, Reviews } from '@libs/review';
import { ApproveSpecification, DraftSpecification, PrintSpecification, Specifications, SubmitForApproval } from '@libs/specification';
import { PreviewSupplierImport } from '@libs/supplier';
import { OneTimeTokens } from '@platform/identity';
import { newId, systemActor } from '@platform/tenancy';
import { FACTS, examine, fillAll, orderTerms } from '../support/journey.js';
import type { Journey, Scene } from '../support/journey.js';

export type Open = Awaited<ReturnType<typeof openEnds>>;

/** One object in every state in which a verb would do something: what is finished refuses everybody, and would prove nothing. */
export async function openEnds(scene: Scene, journey: Journey) {
  return { proxyEvidenceId: await mailed(scene, journey), ...await house(scene, journey), ...await uploaded(scene, journey), ...await chased(scene, journey), ...await drafts(scene, journey), ...await answers(scene, journey), ...await lots(scene, journey) };
}

/** A reply that came by mail, kept by the buyer. */
async function mailed(scene: Scene, { sato }: Journey): Promise<string> {
  return (await scene.do(UploadEvidence, sato, { content: Readable.from([Buffer.from('%PDF-1.7\n押印\n')]), fileName: '回答書（押印済）.pdf' })).id;
}

async function house(scene: Scene, { onodera, buyer, unjoinedSiteId, people }: Journey) {
  const invitationId = await scene.do(InviteMember, onodera, { email: 'invited@example.jp', displayName: '招待 された', roles: ['requester'] });
  const [event] = await scene.superuser<{ id: string }>('select id from app.audit_event where organization_id = $1 order by id desc limit 1', [buyer]);
  const { token: invitationToken } = await scene.get(OneTimeTokens).mint({ kind: 'supplier_invitation', email: 'x@example.jp', payload: { buyerOrganizationId: buyer, supplierSiteId: unjoinedSiteId } });
  const founder = await people.identity('第三 者');
  const { organizationId: third } = await scene.do(CreateOrganization, foundingActor({ name: '第三 者', identityId: founder.id }), {
    name: '第三工業㈱', address: '愛知県', firstMember: { identityId: founder.id, email: founder.email, displayName: '第三 者' } });
  return { invitationId, buyerEventId: event!.id, invitationToken, third };
}

/** Ledgers that were uploaded and wait for their commit, and the letter of an invitation. */
async function uploaded(scene: Scene, { sato, buyer, unjoinedRequestId }: Journey) {
  const sheet = (rows: readonly (readonly string[])[]) => [{ name: '台帳', hidden: false, rows: rows.map((cells, index) => ({ number: index + 1, cells })) }];
  const suppliers = sheet([['取引先コード', 'メーカ名', '工場名', '所在地'], ['U-1', '髙﨑精機㈱', '第三工場', '長野県'], ['U-2', '誤り㈱', '', '長野県']]);
  const orders = sheet([['受注番号', '注文番号', '取引先コード', '品名', '数量', '単位', '発注日', '納期', '規定文書名', 'セキュア要求', '契約形態', '合意'],
    ['J-1', 'U-1', 'E1001', '枚葉式洗浄装置', '1', '台', '2026-11-10', '2026-12-10', '購入仕様書', 'あり', '請負', 'REQ-2026-0001'], ['J-1', 'U-2', '', 'x', 'x', '', '', '', '', '', '', '']]);
  const supplierPreviewId = await scene.as(sato, (tx) => scene.get(PreviewSupplierImport).within(tx, '台帳.xlsx', suppliers, 'equipment'));
  const orderPreviewId = await scene.as(sato, (tx) => scene.get(PreviewOrderImport).within(tx, '台帳.xlsx', orders));
  await scene.superuser(
    `insert into app.mail_sent (organization_id, event_id, reaction, recipient, sent_at) select organization_id, id, 'invite_supplier', 'takahashi@takasaki.example', at from app.audit_event
     where organization_id = $1 and act = 'request.send' and object_id = $2`, [buyer, unjoinedRequestId]);
  return { supplierPreviewId, orderPreviewId };
}

/** A request that was reminded of, whose mail came back, and about whose cost was talked; its due date is three days gone. */
async function chased(scene: Scene, { sato, supplierSiteId, editionId }: Journey) {
  const sendingId = newId();
  const { id: chasedRequestId } = await scene.do(SendRequest, sato, {
    supplierSiteId, specificationEditionId: editionId, dueOn: '2026-12-25', facts: FACTS, levelDecision: { secrets: false, stoppage: false, reach: false }, recipients: ['other@takasaki.example'], sendingId });
  await scene.do(RemindRespondent, sato, chasedRequestId);
  await scene.do(RecordBounce, sato, chasedRequestId, { address: 'other@takasaki.example', reason: '550 no such user' });
  await scene.do(RecordTalk, sato, chasedRequestId, { kind: 'price_talk', text: '追加費用は折半とする案を提示' });
  const [{ id: bounceId }, [{ id: recipientId }]] = await scene.as(sato, async (tx) => [
    (await scene.get(Chasing).bounces(tx, chasedRequestId))[0]!, await scene.get(Chasing).recipients(tx, chasedRequestId)] as const) as unknown as [{ id: string }, [{ id: string }]];
  return { chasedRequestId, sendingId, bounceId, recipientId };
}

async function drafts(scene: Scene, { yoshida, nakamura, buyer, specificationId, editionId }: Journey) {
  await scene.do(PrintSpecification, systemActor(buyer), editionId);
  const source = await scene.as(yoshida, (tx) => scene.get(Specifications).byId(tx, specificationId));
  const draft = () => scene.do(DraftSpecification, yoshida, { ...source.draft, title: { ja: '改訂中の仕様書' } });
  const [open, waiting, unsent] = [await draft(), await draft(), await draft()];
  const { version: submittedDraftVersion } = await scene.do(SubmitForApproval, yoshida, waiting.id, waiting.version);
  const { version } = await scene.do(SubmitForApproval, yoshida, unsent.id, unsent.version);
  const { editionId: unsentEditionId } = await scene.do(ApproveSpecification, nakamura, unsent.id, version);
  // nothing publishes an own catalogue yet; its row stands for what a buyer will keep to itself
  const [catalogId, ownCatalogEditionId] = [newId(), newId()];
  await scene.superuser(`insert into app.catalog (id, organization_id, key, title, publisher) values ($1, $2, 'house-rules', '{"ja":"社内規程"}', '{}')`, [catalogId, buyer]);
  await scene.superuser(
    `insert into app.catalog_edition (id, organization_id, catalog_id, key, edition, status, title, document, sha256, published_at)
     select $1, $2, $3, 'house-rules', '1', 'final', '{"ja":"社内規程"}', document || '{"key":"house-rules","edition":"1","status":"final"}', sha256, published_at from app.catalog_edition where key = 'meti-factory-checklist'`,
    [ownCatalogEditionId, buyer, catalogId]);
  return {
    draftId: open.id, draftVersion: open.version, submittedDraftId: waiting.id, submittedDraftVersion, unsentEditionId, ownCatalogEditionId, specificationVersion: source.version,
  };
}

async function answers(scene: Scene, { sato, takahashi, kanzaki, supplier, supplierSiteId, editionId, evidence, weakKey, citedKey }: Journey) {
  const send = async () => (await scene.do(SendRequest, sato, {
    supplierSiteId, specificationEditionId: editionId, dueOn: '2026-12-25', facts: FACTS, levelDecision: { secrets: false, stoppage: false, reach: false } })).id;
  const start = async () => scene.do(StartResponse, takahashi, { requestId: await send() });
  const submit = async () => {
    const responseId = await start();
    await fillAll(scene, takahashi, responseId);
    return { responseId, ...(await scene.do(SubmitResponse, takahashi, { responseId })) };
  };
  const sign = async () => {
    const submission = await submit();
    await scene.do(SignResponse, kanzaki, { statementId: submission.statementId, digest: submission.sha256 });
    return submission;
  };
  const seal = async () => {
    const submission = await sign();
    await scene.do(SealResponse, systemActor(supplier), { statementId: submission.statementId });
    return submission;
  };
  const draftResponseId = await start();
  await fillAll(scene, takahashi, draftResponseId);
  await scene.do(AttachEvidence, takahashi, { responseId: draftResponseId, requirementKey: citedKey, evidenceId: evidence.id });
  const assignmentId = await scene.do(AssignItems, takahashi, { responseId: draftResponseId, memberId: kanzaki.memberId!, requirementKeys: [citedKey], note: '体制図の確認をお願いします' });
  const requestOf = (responseId: string) => scene.as(supplier, async (tx) => (await scene.get(Responses).byId(tx, responseId)).requestId);
  const filledIn = [{ name: '回答', hidden: false, rows: [['項番', '回答', '補足', '証跡のメモ'], ['1-1', 5, null, '議事録 2026-10'], ['1-2', 'たぶん'], ['1-4', null, '夜間は警備室へ連絡します']].map((cells, at) => ({ number: at + 1, cells })) }];
  const workbookPreviewId = await scene.do(PreviewWorkbook, takahashi, { requestId: await requestOf(draftResponseId), fileName: '質問票.xlsx', sheets: filledIn });
  const returned = await seal();
  await scene.do(ReturnWithFindings, sato, { statementId: returned.statementId, findings: [{ requirementKey: weakKey, text: '根拠を' }] });
  const [finding] = await scene.as(supplier, (tx) => scene.get(Reviews).findings(tx, returned.responseId));
  return {
    openRequestId: await send(), draftResponseId, workbookPreviewId, draftRequestId: await requestOf(draftResponseId), returnedRequestId: await requestOf(returned.responseId), assignmentId,
     unsigned: await submit(), unsealed: await sign(), released: await seal(), openFindingId: finding!.id,
  };
}

async function lots(scene: Scene, { sato, takahashi, unpinnedLineId, hamada, nagase, watanabe, sakuraba, buyer, supplierSiteId, agreementId }: Journey) {
  const received = async () => {
    const orderLineId = await scene.do(RegisterOrderLine, sato, orderTerms(supplierSiteId, { quantity: 1 }));
    await scene.do(PlaceOrder, sato, { orderLineId, agreementId });
    return scene.do(ReceiveDelivery, hamada, { orderLineId, noteNumber: 'DN-O', quantity: 1 });
  };
  const judged = async () => {
    const inspectionId = await examine(scene, nagase, await received());
    return { inspectionId, statementSha256: (await scene.do(JudgeLot, nagase, inspectionId)).statementSha256 };
  };
  const confirmed = async () => {
    const seen = await judged();
    await scene.do(ConfirmInspection, watanabe, seen);
    return seen;
  };
  const approved = async () => {
    const seen = await confirmed();
    await scene.do(ApproveInspection, sakuraba, seen);
    return seen;
  };
  await scene.do(AnnounceDelivery, takahashi, { orderLineId: unpinnedLineId, noteNumber: 'DN-E', quantity: 1 });
  const openInspectionId = await scene.do(OpenInspection, nagase, { deliveryId: await received() });
  const { items } = await scene.as(nagase, (tx) => scene.get(Inspections).byId(tx, openInspectionId));
  const [toJudge, toConfirm, toApprove, certifiable, prepared] = [await examine(scene, nagase, await received()), await judged(), await confirmed(), await approved(), await approved()];
  // a judgement that was sent back, with a picture and the paper of its lot
  const { id: paperId } = await scene.do(UploadEvidence, nagase, { content: Readable.from(['納品書の写し']), fileName: '納品書_DN-O.txt' });
  const documentedLotId = await received();
  await scene.do(AttachDeliveryDocument, hamada, { deliveryId: documentedLotId, evidenceIds: [paperId] });
  const sentBackInspectionId = await examine(scene, nagase, documentedLotId);
  const itemKey = items.find(decides)!.key;
  await scene.do(AttachInspectionFiles, nagase, { inspectionId: sentBackInspectionId, itemKey, evidenceIds: [paperId] });
  const { statementSha256: returnedSha256 } = await scene.do(JudgeLot, nagase, sentBackInspectionId);
  await scene.do(SendBackInspection, watanabe, { inspectionId: sentBackInspectionId, statementSha256: returnedSha256, reason: 'AC-17 の写真が不鮮明です' });
  return {
    paperId, documentedLotId, sentBackInspectionId, uninspectedLotId: await received(), openInspectionId: toJudge, itemKey, judgedInspectionId: toConfirm.inspectionId, judgedSha256: toConfirm.statementSha256,
    confirmedInspectionId: toApprove.inspectionId, confirmedSha256: toApprove.statementSha256, certifiableInspectionId: certifiable.inspectionId,
    preparedCertificateId: (await scene.do(PrepareCertificate, systemActor(buyer), { inspectionId: prepared.inspectionId }))! as string,
  };
}
