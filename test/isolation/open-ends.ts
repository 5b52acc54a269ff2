import { SealResponse, SignResponse } from '@libs/attestation';
import { PrepareCertificate } from '@libs/certificate';
import { AnnounceDelivery, ReceiveDelivery } from '@libs/delivery';
import { ApproveInspection, ConfirmInspection, Inspections, JudgeLot, OpenInspection, decides } from '@libs/inspection';
import { PlaceOrder, RegisterOrderLine } from '@libs/order';
import { CreateOrganization, InviteMember, foundingActor } from '@libs/organization';
import { SendRequest } from '@libs/request';
import { AttachEvidence, StartResponse, SubmitResponse } from '@libs/response';
import { ReturnWithFindings, Reviews } from '@libs/review';
import { ApproveSpecification, DraftSpecification, Specifications, SubmitForApproval } from '@libs/specification';
import { OneTimeTokens } from '@platform/identity';
import { newId, systemActor } from '@platform/tenancy';
import { FACTS, examine, fillAll, orderTerms } from '../support/journey.js';
import type { Journey, Scene } from '../support/journey.js';

export type Open = Awaited<ReturnType<typeof openEnds>>;

/** One object in every state in which a verb would do something: what is finished refuses everybody, and would prove nothing. */
export async function openEnds(scene: Scene, journey: Journey) {
  return { ...await house(scene, journey), ...await drafts(scene, journey), ...await answers(scene, journey), ...await lots(scene, journey) };
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

async function drafts(scene: Scene, { yoshida, nakamura, buyer, specificationId }: Journey) {
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
  const returned = await seal();
  await scene.do(ReturnWithFindings, sato, { statementId: returned.statementId, findings: [{ requirementKey: weakKey, text: '根拠を' }] });
  const [finding] = await scene.as(supplier, (tx) => scene.get(Reviews).findings(tx, returned.responseId));
  return { openRequestId: await send(), draftResponseId, unsigned: await submit(), unsealed: await sign(), released: await seal(), openFindingId: finding!.id };
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
  return {
    uninspectedLotId: await received(), openInspectionId: toJudge, itemKey: items.find(decides)!.key, judgedInspectionId: toConfirm.inspectionId, judgedSha256: toConfirm.statementSha256,
    confirmedInspectionId: toApprove.inspectionId, confirmedSha256: toApprove.statementSha256, certifiableInspectionId: certifiable.inspectionId,
    preparedCertificateId: (await scene.do(PrepareCertificate, systemActor(buyer), { inspectionId: prepared.inspectionId }))! as string,
  };
}
