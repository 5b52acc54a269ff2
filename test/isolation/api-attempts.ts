import { FACTS, orderTerms } from '../support/journey.js';
import type { Journey } from '../support/journey.js';
import type { Open } from './open-ends.js';

export type ApiOpen = Journey & Open & { readonly tokenId: string; readonly announcedId: string };
type Given = Readonly<Record<string, unknown>>;
export interface ApiAttempt { readonly path?: Readonly<Record<string, string>>; readonly query?: Readonly<Record<string, string>>; readonly body?: Given; readonly version?: number }

/** A foreign object for every name of a path parameter; a name that is not here fails the spec. */
export const PARAMETERS: Readonly<Record<string, (w: ApiOpen) => string>> = {
  organizationId: (w) => w.buyer, memberId: (w) => w.sato.memberId!, invitationId: (w) => w.invitationId, tokenId: (w) => w.tokenId, editionId: (w) => w.unsentEditionId, siteId: (w) => w.unjoinedSiteId,
  specificationId: (w) => w.draftId, requestId: (w) => w.openRequestId, responseId: (w) => w.draftResponseId, statementId: (w) => w.released.statementId, evidenceId: (w) => w.evidence.id, findingId: (w) => w.openFindingId,
  agreementId: (w) => w.agreementId, orderLineId: (w) => w.draftLineId, deliveryId: (w) => w.uninspectedLotId, announcementId: (w) => w.announcementId, inspectionId: (w) => w.openInspectionId,
  certificateId: (w) => w.certificateId, key: (w) => w.weakKey, itemKey: (w) => w.itemKey, code: () => '1-1', year: () => '2026', number: () => 'YMT-2026-000001',
  assignmentId: (w) => w.openFindingId, bounceId: (w) => w.openFindingId, previewId: (w) => w.supplierPreviewId, sendingId: (w) => w.sendingId,
};

/** Where an operation needs more than its path, or another object than its parameter's usual one. */
export const MORE: Readonly<Record<string, (w: ApiOpen) => ApiAttempt>> = {
  changeRoles: () => ({ body: { roles: ['auditor'] } }), changeMember: () => ({ body: { displayName: 'x' } }), changeSite: (w) => ({ path: { siteId: w.ownSiteId }, body: { name: 'x', address: 'x' } }),
  getCatalogEdition: (w) => ({ path: { editionId: w.ownCatalogEditionId } }), getRequirement: (w) => ({ path: { editionId: w.ownCatalogEditionId } }), getChecklistItem: (w) => ({ path: { editionId: w.ownCatalogEditionId, code: 'AC-01' } }),
  searchRequirements: (w) => ({ path: { editionId: w.ownCatalogEditionId } }), searchChecklist: (w) => ({ path: { editionId: w.ownCatalogEditionId } }), listCrosswalkRows: (w) => ({ path: { editionId: w.ownCatalogEditionId } }),
  changeSupplierSite: () => ({ version: 1, body: { counterpartyCode: 'X', makerName: '乗取', factoryName: 'X', address: 'X', kind: 'service', sme: false } }), approveSupplierSite: () => ({ body: {} }),
  draftSpecification: (w) => ({ body: { title: { ja: 'x' }, requirements: [{ editionId: w.ownCatalogEditionId, code: '1-1' }] } }),
  changeDraft: (w) => ({ version: w.draftVersion, body: { scope: 'x' } }), submitForApproval: (w) => ({ version: w.draftVersion }),
  sendBack: (w) => ({ path: { specificationId: w.submittedDraftId }, version: w.submittedDraftVersion, body: { reason: 'x' } }), reviseSpecification: (w) => ({ path: { specificationId: w.specificationId }, version: w.specificationVersion }),
  approveSpecification: (w) => ({ path: { specificationId: w.submittedDraftId }, version: w.submittedDraftVersion }),
  chooseItems: (w) => ({ body: { list: 'requirements', editionId: w.ownCatalogEditionId, add: ['1-1'], remove: [] } }),
  changeBasics: () => ({ body: { seen: 'x', title: { ja: 'x', en: 'x' }, governingDocument: 'contract', department: null, contact: null, criticality: 'low', scope: 'x' } }),
  changeItems: (w) => ({ body: { list: 'requirements', items: [{ editionId: w.ownCatalogEditionId, code: '1-1', seen: 'x', values: { necessity: 'recommended' } }] } }),
  arrangeItems: (w) => ({ body: { list: 'requirements', ranks: [{ editionId: w.ownCatalogEditionId, code: '1-1', rank: 99 }] } }),
  getOrderImport: (w) => ({ path: { previewId: w.orderPreviewId } }), commitOrderImport: (w) => ({ path: { previewId: w.orderPreviewId } }),
  downloadWorkbook: (w) => ({ path: { requestId: w.draftRequestId } }), previewWorkbook: (w) => ({ path: { requestId: w.draftRequestId }, query: { fileName: 'x.xlsx' } }),
  getWorkbookImport: (w) => ({ path: { requestId: w.draftRequestId, previewId: w.workbookPreviewId } }),
  importWorkbook: (w) => ({ path: { requestId: w.draftRequestId, previewId: w.workbookPreviewId }, body: {} }),
  sendRequest: (w) => ({ body: { specificationEditionId: w.editionId, supplierSiteId: w.supplierSiteId, dueOn: '2027-01-20', facts: FACTS, levelDecision: { secrets: false, stoppage: false, reach: false } } }),
  extendRequest: () => ({ body: { dueOn: '2027-01-20', reason: 'x' } }), withdrawRequest: () => ({ body: { reason: 'x' } }), correctFacts: () => ({ body: { facts: { remote: true }, reason: 'x' } }),
  getAgreementOfRequest: (w) => ({ path: { requestId: w.requestId } }), addRecipient: () => ({ body: { email: 'x@example.jp' } }), recordBounce: () => ({ body: { address: 'takahashi@takasaki.example', reason: 'x' } }),
  recordTalk: () => ({ body: { kind: 'objection', text: 'x' } }),
  registerProxyReply: (w) => ({ path: { requestId: w.unjoinedRequestId }, body: { evidenceId: w.evidence.id, receivedOn: '2026-11-20', answeredBy: 'x', answers: [] } }),
  answerQuestion: () => ({ version: 0, body: { answer: { kind: 'level', value: 5 } } }), assignItems: (w) => ({ body: { memberId: w.takahashi.memberId, requirementKeys: [w.weakKey] } }),
  detachEvidence: (w) => ({ path: { key: w.citedKey } }), attachEvidence: (w) => ({ path: { evidenceId: w.uncited.id } }), getStatement: (w) => ({ path: { statementId: w.second.statementId } }),
  getAttestation: (w) => ({ path: { statementId: w.second.statementId } }), getSeal: (w) => ({ path: { statementId: w.second.statementId } }),
  signResponse: (w) => ({ path: { statementId: w.unsigned.statementId }, body: { digest: w.unsigned.sha256 } }), declineSignature: (w) => ({ path: { statementId: w.unsigned.statementId }, body: { reason: 'x' } }),
  listReviewNotes: (w) => ({ path: { statementId: w.first.statementId } }), reviewAnswer: (w) => ({ body: { requirementKey: w.weakKey, opinion: 'accepted' } }),
  returnWithFindings: (w) => ({ body: { findings: [{ requirementKey: w.weakKey, text: 'x' }] } }), agreeResponse: (w) => ({ body: { digest: w.released.sha256, priceTalk: { state: 'none_needed' }, deviations: [] } }),
  listFindings: (w) => ({ path: { responseId: w.responseId } }), replyToFinding: () => ({ body: { text: 'x' } }),
  registerOrderLine: (w) => ({ body: { ...orderTerms(w.supplierSiteId) } }), changeOrderDraft: (w) => ({ version: 1, body: { ...orderTerms(w.supplierSiteId) } }), placeOrder: (w) => ({ body: { agreementId: w.agreementId } }),
  cancelOrder: (w) => ({ path: { orderLineId: w.unpinnedLineId }, body: { reason: 'x' } }), getOrder: (w) => ({ path: { orderLineId: w.orderLineId } }),
  receiveDelivery: (w) => ({ body: { orderLineId: w.unpinnedLineId, noteNumber: 'X-2', quantity: 1 } }), receiveNote: (w) => ({ body: { noteNumber: 'X-3', lines: [{ orderLineId: w.unpinnedLineId, quantity: 1 }] } }),
  returnDelivery: (w) => ({ path: { deliveryId: w.badLotId }, body: { reason: 'x' } }), attachDeliveryDocument: (w) => ({ body: { evidenceIds: [w.evidence.id] } }),
  announceDelivery: (w) => ({ body: { orderLineId: w.unpinnedLineId, noteNumber: 'X-1', quantity: 1 } }),
  getInspection: (w) => ({ path: { inspectionId: w.goodInspectionId } }), getInspectionOfDelivery: (w) => ({ path: { deliveryId: w.goodLotId } }), listClaimedAnswers: (w) => ({ path: { inspectionId: w.goodInspectionId } }),
  listNonconformities: (w) => ({ path: { inspectionId: w.badInspectionId } }), listCertificatesOfInspection: (w) => ({ path: { inspectionId: w.goodInspectionId } }),
  openInspection: (w) => ({ body: { deliveryId: w.uninspectedLotId } }), recordResult: () => ({ body: { method: 'document', result: 'conform' } }),
  sendBackInspection: (w) => ({ path: { inspectionId: w.judgedInspectionId }, body: { statementSha256: w.judgedSha256, reason: 'x' } }), attachInspectionFiles: (w) => ({ body: { itemKey: null, evidenceIds: [w.evidence.id] } }),
  detachInspectionFile: () => ({ body: { itemKey: null } }), confirmInspection: (w) => ({ path: { inspectionId: w.judgedInspectionId }, body: { statementSha256: w.judgedSha256 } }),
  approveInspection: (w) => ({ path: { inspectionId: w.confirmedInspectionId }, body: { statementSha256: w.confirmedSha256 } }), supersedeCertificate: () => ({ body: { reason: 'x' } }), revokeCertificate: () => ({ body: { kind: 'fraud', reason: 'x' } }),
};

/** Operations whose query names an object: a foreign one is as one that does not exist. */
export const QUERIES: Readonly<Record<string, (w: ApiOpen) => Readonly<Record<string, string>>>> = {
  listRequests: (w) => ({ specificationId: w.specificationId }), listOrders: (w) => ({ siteId: w.supplierSiteId }), listPinnableAgreements: (w) => ({ siteId: w.supplierSiteId }),
  listDeliveries: (w) => ({ orderLineId: w.orderLineId }), listAnnouncements: (w) => ({ orderLineId: w.unpinnedLineId }),
  getThread: (w) => ({ editionId: w.editionId, requestId: w.requestId, statementId: w.second.statementId, inspectionId: w.goodInspectionId }),
};

/** Operations that answer an empty list about what is not there, as about nothing at all, each with its reason. */
export const EMPTY: Readonly<Record<string, string>> = {
  searchRequirements: 'a search: of an edition nobody here may see nothing matches', searchChecklist: 'as searchRequirements', listCrosswalkRows: 'a search over rows: none lead to an edition that is not there',
  listCertificateNumbers: 'own numbers of a year; the year is nobody’s object',
};

/** Operations that name no object of anybody's, each with its reason. */
export const WITHOUT_IDS: Readonly<Record<string, string>> = {
  changeProfile: 'the own organisation', changeSignOffPolicy: 'the own organisation', addSite: 'a new row of one’s own', inviteMember: 'a new row of one’s own', registerSupplierSite: 'a new row of one’s own',
  uploadEvidence: 'a new row of one’s own', switchReminders: 'the own organisation', previewSupplierImport: 'a file; its rows are looked for in one’s own ledger',
  previewOrderImport: 'a file; its rows are looked for in one’s own ledgers', markNotificationsRead: 'one’s own notifications', chooseNotificationMails: 'one’s own choice',
};
