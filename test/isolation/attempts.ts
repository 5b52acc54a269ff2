import { DeclineSignature, SealResponse, SignResponse } from '@libs/attestation';
import { PrepareCertificate, PrepareReplacement, PublishCertificateStatus, RenderCertificate, RevokeCertificate, SealCertificate, SupersedeCertificate } from '@libs/certificate';
import { AnnounceDelivery, AttachDeliveryDocument, ReceiveDelivery, ReceiveNote, ReturnDelivery } from '@libs/delivery';
import { ApproveInspection, AttachInspectionFiles, ConfirmInspection, DetachInspectionFile, JudgeLot, OpenInspection, RecordResult, SendBackInspection } from '@libs/inspection';
import { CancelOrder, ChangeOrderDraft, CommitOrderImport, PlaceOrder, RegisterOrderLine, ShareOrders } from '@libs/order';
import { ChangeMember, ChangeRoles, ChangeSite, RemoveMember, ResendInvitation, SendMemberInvitation, WithdrawInvitation } from '@libs/organization';
import { AcceptSupplierInvitation, AcknowledgeRequest, AddRecipient, CorrectFacts, ExtendRequest, InviteSupplier, LinkSupplier, NotifyRespondent, RecordBounce, RecordTalk, RemindRespondent, SendRequest, SettleBounce, WithdrawRequest } from '@libs/request';
import { AnswerQuestion, AssignItems, AttachEvidence, CountAnswers, DetachEvidence, ImportWorkbook, PreviewWorkbook, StartResponse, SubmitResponse, WithdrawAssignment } from '@libs/response';
import { AgreeResponse, RegisterProxyReply, ReplyToFinding, ReturnWithFindings, ReviewAnswer } from '@libs/review';
import { ApproveSpecification, ArrangeItems, AskForPrint, ChangeBasics, ChangeDraft, ChangeItems, ChooseItems, DraftSpecification, PrintSpecification, RenderSpecification, ReviseSpecification, SendBack, SubmitForApproval } from '@libs/specification';
import { ApproveSupplierSite, ChangeSupplierSite, CommitSupplierImport, LinkJoinedOrganization } from '@libs/supplier';
import type { Actor } from '@platform/tenancy';
import { FACTS, orderTerms } from '../support/journey.js';
import type { Journey, Scene } from '../support/journey.js';
import type { Open } from './open-ends.js';

/** Whose verb it is by nature: for the other party of the same request it is as forbidden as for a stranger. */
export type Side = 'buyer' | 'supplier';
export interface Attempt { readonly side: Side; readonly run: (scene: Scene, actor: Actor, journey: Journey & Open) => Promise<unknown> }

/** Verbs that name no object of anybody's, each with its reason: nothing to be isolated from. */
export const WITHOUT_ID: Readonly<Record<string, string>> = {
  PreviewSupplierImport: 'a file; its rows are looked for in one’s own ledger', PreviewOrderImport: 'a file; its rows are looked for in one’s own ledgers',
  CreateOrganization: 'founds the actor’s own organisation', ChangeProfile: 'the actor’s own organisation', ChangeSignOffPolicy: 'the actor’s own organisation',
  AddSite: 'a new row of one’s own', InviteMember: 'a new row of one’s own', RegisterSupplierSite: 'a new row of one’s own', UploadEvidence: 'a new row of one’s own',
  SwitchReminders: 'the actor’s own organisation',
  ForwardInvitation: 'the link is the permission; what it names is the buyer’s own (test/portal/joining)',
  AcceptMemberInvitation: 'the link is the permission (one-time token, test/platform/identity-tokens)',
};
/** Verbs of the worker that do nothing instead of refusing, because trying again would not help, each with its reason. */
export const SILENT: Readonly<Record<string, string>> = {
  SendMemberInvitation: 'an invitation that is not there any more gets no letter',
  CountAnswers: 'a request that nobody here has begun to answer has nothing to count',
  PublishCertificateStatus: 'the register follows the decisions it finds; where it finds no certificate there are none',
};
/** The same for the other party, which sees the request. */
export const SILENT_TO_THE_PARTY: Readonly<Record<string, string>> = {
  NotifyRespondent: 'the request was sent to somebody else: there is nobody here to tell',
  PrepareReplacement: 'no replacement was asked for by the one whose certificate it is',
};

const later = '2027-01-20';
const buyer = (run: Attempt['run']): Attempt => ({ side: 'buyer', run });
const supplier = (run: Attempt['run']): Attempt => ({ side: 'supplier', run });

/** Every verb that takes an id, called with ids of the journey. A verb of the libs that stands in none of the three lists fails the spec. */
export const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  ChangeRoles: buyer((s, a, j) => s.do(ChangeRoles, a, { memberId: j.sato.memberId!, roles: ['auditor'] })),
  ChangeMember: buyer((s, a, j) => s.do(ChangeMember, a, { memberId: j.sato.memberId!, displayName: 'x' })),
  ChangeSite: buyer((s, a, j) => s.do(ChangeSite, a, { siteId: j.ownSiteId as never, name: 'x', address: 'x' })),
  RemoveMember: buyer((s, a, j) => s.do(RemoveMember, a, j.sato.memberId!)),
  ResendInvitation: buyer((s, a, j) => s.do(ResendInvitation, a, j.invitationId)),
  WithdrawInvitation: buyer((s, a, j) => s.do(WithdrawInvitation, a, j.invitationId)),
  SendMemberInvitation: buyer((s, a, j) => s.do(SendMemberInvitation, a, { eventId: j.buyerEventId, invitationId: j.invitationId })),

  ApproveSupplierSite: buyer((s, a, j) => s.do(ApproveSupplierSite, a, j.unjoinedSiteId)),
  ChangeSupplierSite: buyer((s, a, j) => s.do(ChangeSupplierSite, a, j.unjoinedSiteId, 1, { counterpartyCode: 'X', makerName: '乗取', factoryName: 'X', address: 'X', kind: 'service', sme: false })),
  CommitSupplierImport: buyer((s, a, j) => s.do(CommitSupplierImport, a, j.supplierPreviewId)),
  LinkJoinedOrganization: buyer((s, a, j) => s.do(LinkJoinedOrganization, a, j.unjoinedSiteId, a.organizationId)),

  DraftSpecification: buyer((s, a, j) => s.do(DraftSpecification, a, { title: { ja: 'x' }, requirements: [{ editionId: j.ownCatalogEditionId, code: '1' }] })),
  ChangeDraft: buyer((s, a, j) => s.do(ChangeDraft, a, j.draftId, j.draftVersion, { scope: 'x' })),
  ChangeBasics: buyer((s, a, j) => s.do(ChangeBasics, a, j.draftId, 'x', { title: { ja: 'x', en: 'x' }, scope: 'x', criticality: 'low', governingDocument: 'contract', department: null, contact: null })),
  ChooseItems: buyer((s, a, j) => s.do(ChooseItems, a, j.draftId, { list: 'requirements', editionId: j.ownCatalogEditionId, add: ['2-1'], remove: [] })),
  ChangeItems: buyer((s, a, j) => s.do(ChangeItems, a, j.draftId, 'requirements', [{ editionId: j.ownCatalogEditionId, code: '1-1', seen: 'x', values: { necessity: 'recommended' } }])),
  ArrangeItems: buyer((s, a, j) => s.do(ArrangeItems, a, j.draftId, 'requirements', [{ editionId: j.ownCatalogEditionId, code: '1-1', rank: 99 }])),
  SubmitForApproval: buyer((s, a, j) => s.do(SubmitForApproval, a, j.draftId, j.draftVersion)),
  SendBack: buyer((s, a, j) => s.do(SendBack, a, j.submittedDraftId, j.submittedDraftVersion, 'x')),
  ApproveSpecification: buyer((s, a, j) => s.do(ApproveSpecification, a, j.submittedDraftId, j.submittedDraftVersion)),
  ReviseSpecification: buyer((s, a, j) => s.do(ReviseSpecification, a, j.specificationId, j.specificationVersion)),
  AskForPrint: buyer((s, a, j) => s.do(AskForPrint, a, j.unsentEditionId)),
  PrintSpecification: buyer((s, a, j) => s.do(PrintSpecification, a, j.unsentEditionId)),
  RenderSpecification: { side: 'buyer', run: (s, a, j) => s.do(RenderSpecification, a, j.unsentEditionId) },

  SendRequest: buyer((s, a, j) => s.do(SendRequest, a, { specificationEditionId: j.editionId, supplierSiteId: j.supplierSiteId, dueOn: later, facts: FACTS, levelDecision: { secrets: false, stoppage: false, reach: false } })),
  ExtendRequest: buyer((s, a, j) => s.do(ExtendRequest, a, j.openRequestId, { dueOn: later, reason: 'x' })),
  WithdrawRequest: buyer((s, a, j) => s.do(WithdrawRequest, a, j.openRequestId, 'x')),
  AcknowledgeRequest: supplier((s, a, j) => s.do(AcknowledgeRequest, a, j.openRequestId)),
  CorrectFacts: buyer((s, a, j) => s.do(CorrectFacts, { ...a, roles: ['procurement'] }, j.openRequestId, { facts: { remote: true }, reason: 'x' })),
  AcceptSupplierInvitation: supplier((s, a, j) => s.do(AcceptSupplierInvitation, { token: j.invitationToken, identityId: a.identityId!, join: { organizationId: j.third } })),
  LinkSupplier: buyer((s, a, j) => s.do(LinkSupplier, a, j.acceptanceId)),
  RemindRespondent: buyer((s, a, j) => s.do(RemindRespondent, a, j.openRequestId)),
  AddRecipient: buyer((s, a, j) => s.do(AddRecipient, a, j.chasedRequestId, { email: 'x@example.jp', insteadOf: j.recipientId })),
  RecordBounce: buyer((s, a, j) => s.do(RecordBounce, a, j.openRequestId, { address: 'x@example.jp', reason: 'x' })),
  SettleBounce: buyer((s, a, j) => s.do(SettleBounce, a, j.chasedRequestId, j.bounceId)),
  RecordTalk: buyer((s, a, j) => s.do(RecordTalk, { ...a, roles: ['procurement'] }, j.openRequestId, { kind: 'price_talk', text: 'x' })),
  InviteSupplier: buyer((s, a, j) => s.do(InviteSupplier, a, { eventId: j.buyerEventId, requestId: j.unjoinedRequestId })),
  NotifyRespondent: supplier((s, a, j) => s.do(NotifyRespondent, a, { eventId: j.buyerEventId, requestId: j.openRequestId })),

  StartResponse: supplier((s, a, j) => s.do(StartResponse, a, { requestId: j.openRequestId })),
  CountAnswers: supplier((s, a, j) => s.do(CountAnswers, a, { requestId: j.requestId })),
  AnswerQuestion: supplier((s, a, j) => s.do(AnswerQuestion, a, { responseId: j.draftResponseId, requirementKey: j.weakKey, version: 0, answer: { kind: 'level', value: 5 } })),
  PreviewWorkbook: supplier((s, a, j) => s.do(PreviewWorkbook, a, { requestId: j.draftRequestId, fileName: 'x.xlsx', sheets: [{ name: '', hidden: false, rows: [{ number: 1, cells: ['項番', '回答', '補足', '代替策'] }] }] })),
  ImportWorkbook: supplier((s, a, j) => s.do(ImportWorkbook, a, { requestId: j.draftRequestId, previewId: j.workbookPreviewId, choices: {} })),
  AttachEvidence: supplier((s, a, j) => s.do(AttachEvidence, a, { responseId: j.draftResponseId, requirementKey: j.weakKey, evidenceId: j.uncited.id })),
  DetachEvidence: supplier((s, a, j) => s.do(DetachEvidence, a, { responseId: j.draftResponseId, requirementKey: j.citedKey, evidenceId: j.evidence.id })),
  AssignItems: supplier((s, a, j) => s.do(AssignItems, a, { responseId: j.draftResponseId, memberId: a.memberId!, requirementKeys: [j.weakKey] })),
  WithdrawAssignment: supplier((s, a, j) => s.do(WithdrawAssignment, a, { assignmentId: j.assignmentId })),
  SubmitResponse: supplier((s, a, j) => s.do(SubmitResponse, a, { responseId: j.draftResponseId })),
  SignResponse: supplier((s, a, j) => s.do(SignResponse, a, { statementId: j.unsigned.statementId, digest: j.unsigned.sha256 })),
  DeclineSignature: supplier((s, a, j) => s.do(DeclineSignature, a, { statementId: j.unsigned.statementId, reason: 'x' })),
  SealResponse: supplier((s, a, j) => s.do(SealResponse, a, { statementId: j.unsealed.statementId })),

  RegisterProxyReply: buyer((s, a, j) => s.do(RegisterProxyReply, a, { requestId: j.openRequestId, evidenceId: j.evidence.id, receivedOn: '2026-11-10', answeredBy: 'x', answers: [] })),
  ReviewAnswer: buyer((s, a, j) => s.do(ReviewAnswer, a, { statementId: j.released.statementId, requirementKey: j.weakKey, opinion: 'accepted', note: 'x' })),
  ReturnWithFindings: buyer((s, a, j) => s.do(ReturnWithFindings, a, { statementId: j.released.statementId, findings: [{ requirementKey: j.weakKey, text: 'x' }] })),
  ReplyToFinding: supplier((s, a, j) => s.do(ReplyToFinding, a, { findingId: j.openFindingId, text: 'x' })),
  AgreeResponse: buyer((s, a, j) => s.do(AgreeResponse, a, { statementId: j.released.statementId, digest: j.released.sha256, deviations: [], priceTalk: { state: 'none_needed' } })),

  RegisterOrderLine: buyer((s, a, j) => s.do(RegisterOrderLine, a, orderTerms(j.supplierSiteId))),
  ChangeOrderDraft: buyer((s, a, j) => s.do(ChangeOrderDraft, a, { ...orderTerms(j.supplierSiteId), orderLineId: j.draftLineId, version: 1 })),
  CommitOrderImport: buyer((s, a, j) => s.do(CommitOrderImport, a, j.orderPreviewId)),
  PlaceOrder: buyer((s, a, j) => s.do(PlaceOrder, a, { orderLineId: j.draftLineId, agreementId: j.agreementId })),
  CancelOrder: buyer((s, a, j) => s.do(CancelOrder, a, { orderLineId: j.unpinnedLineId, reason: 'x' })),
  ShareOrders: buyer((s, a, j) => s.do(ShareOrders, a, j.supplierSiteId)),

  AnnounceDelivery: supplier((s, a, j) => s.do(AnnounceDelivery, a, { orderLineId: j.unpinnedLineId, noteNumber: 'X-1', quantity: 1 })),
  ReceiveDelivery: buyer((s, a, j) => s.do(ReceiveDelivery, a, { orderLineId: j.unpinnedLineId, noteNumber: 'X-2', quantity: 1 })),
  ReceiveNote: buyer((s, a, j) => s.do(ReceiveNote, a, { noteNumber: 'X-3', lines: [{ orderLineId: j.unpinnedLineId, quantity: 1 }] })),
  AttachDeliveryDocument: buyer((s, a, j) => s.do(AttachDeliveryDocument, a, { deliveryId: j.documentedLotId, evidenceIds: [j.paperId] })),
  ReturnDelivery: buyer((s, a, j) => s.do(ReturnDelivery, a, { deliveryId: j.badLotId, reason: 'x' })),

  OpenInspection: buyer((s, a, j) => s.do(OpenInspection, a, { deliveryId: j.uninspectedLotId })),
  RecordResult: buyer((s, a, j) => s.do(RecordResult, a, { inspectionId: j.openInspectionId, itemKey: j.itemKey, method: 'document', result: 'conform' })),
  AttachInspectionFiles: buyer((s, a, j) => s.do(AttachInspectionFiles, a, { inspectionId: j.openInspectionId, itemKey: j.itemKey, evidenceIds: [j.paperId] })),
  DetachInspectionFile: buyer((s, a, j) => s.do(DetachInspectionFile, a, { inspectionId: j.sentBackInspectionId, itemKey: j.itemKey, evidenceId: j.paperId })),
  SendBackInspection: buyer((s, a, j) => s.do(SendBackInspection, a, { inspectionId: j.judgedInspectionId, statementSha256: j.judgedSha256, reason: 'x' })),
  JudgeLot: buyer((s, a, j) => s.do(JudgeLot, a, j.openInspectionId)),
  ConfirmInspection: buyer((s, a, j) => s.do(ConfirmInspection, a, { inspectionId: j.judgedInspectionId, statementSha256: j.judgedSha256 })),
  ApproveInspection: buyer((s, a, j) => s.do(ApproveInspection, a, { inspectionId: j.confirmedInspectionId, statementSha256: j.confirmedSha256 })),

  PrepareCertificate: buyer((s, a, j) => s.do(PrepareCertificate, a, { inspectionId: j.certifiableInspectionId })),
  SealCertificate: buyer((s, a, j) => s.do(SealCertificate, a, { certificateId: j.preparedCertificateId })),
  RenderCertificate: buyer((s, a, j) => s.do(RenderCertificate, a, { certificateId: j.preparedCertificateId })),
  SupersedeCertificate: buyer((s, a, j) => s.do(SupersedeCertificate, a, { certificateId: j.certificateId, reason: 'x' })),
  RevokeCertificate: buyer((s, a, j) => s.do(RevokeCertificate, a, { certificateId: j.certificateId, kind: 'fraud', reason: 'x' })),
  PrepareReplacement: buyer((s, a, j) => s.do(PrepareReplacement, a, { certificateId: j.certificateId })),
  PublishCertificateStatus: buyer((s, a, j) => s.do(PublishCertificateStatus, a, { certificateId: j.certificateId })),
};
