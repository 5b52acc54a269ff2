import { GATES, METHODS, NECESSITIES } from '@pure/catalog';
import { CRITICALITIES } from '@pure/specification';
import { InspectionList, WAITING_AS } from '@libs/insight';
import { ApproveInspection, AttachInspectionFiles, ConfirmInspection, DetachInspectionFile, InspectionActs, Inspections, JudgeLot, OpenInspection, RESULTS, RecordResult, SendBackInspection } from '@libs/inspection';
import type { InspectionDetail } from '@libs/inspection';
import { notFound } from '@platform-pure/errors';
import { listing, query, verb, windowed } from '../web/operation.js';
import type { Operation } from '../web/operation.js';
import { day, digest, flag, frozen, id, instant, integer, list, named, nullable, object, oneOf, optional, text } from '../web/schema.js';
import { bilingual, facts, ids, made, pattern, toMade } from './common.js';

const STATES = ['open', 'judged', 'confirmed', 'approved'] as const;
const verdict = nullable(oneOf(['passed', 'rejected']));
const kind = oneOf(['acceptance', 'observation']);
const criticality = oneOf(CRITICALITIES);
const summary = named('InspectionSummary', object({
  id: id(), orderLineId: id(), deliveryId: id(), kind, criticality, poNumber: text(), noteNumber: text(), installmentNo: integer(1), receivedOn: day(), openedBy: text(), openedAt: instant(), state: oneOf(STATES), verdict,
}));
const item = object({
  key: text(), code: text(), gate: oneOf(GATES), title: bilingual, necessity: oneOf(NECESSITIES), methods: list(oneOf(METHODS)), evidence: bilingual, owner: oneOf(['buyer', 'supplier']), later: flag(), applies: flag(),
});
const result = object({
  itemKey: text(), method: oneOf(METHODS), result: oneOf(RESULTS), note: nullable(text(2000)), checkedOn: day(), evidence: list(object({ id: id(), fileName: text(), sha256: digest() })), recordedBy: text(),
});
const inspection = named('Inspection', object({
  id: id(), buyerOrganizationId: id(), supplierOrganizationId: nullable(id()), kind, lot: frozen<InspectionDetail['lot']>('What was inspected.'), basis: frozen<InspectionDetail['basis']>('By what it was judged: edition, statement, agreement, checklist.'),
  criticality, threePersons: flag(), facts, items: list(item), openedAt: instant(), state: oneOf(STATES), results: list(result),
  signOffs: list(object({ step: oneOf(['judge', 'confirm', 'approve']), name: text(), department: nullable(text()), method: text(), at: instant(), statementSha256: digest() })),
  statement: nullable(object({ sha256: digest(), canonical: text(20_000_000), document: frozen<NonNullable<InspectionDetail['statement']>['document']>('kenshu.inspection/1: the record as the inspector judged it.') })),
}));
const nonconformity = named('Nonconformity', object({
  id: id(), inspectionId: id(), itemKey: text(), itemCode: text(), title: bilingual, description: text(4000), foundOn: day(), foundBy: text(), notifiedAt: nullable(instant()),
}));
const seen = object({ statementSha256: digest() }, 'The digest of what the signer was shown.');
const line = named('InspectionLine', object({
  id: id(), noteNumber: text(), poNumber: text(), lineNo: integer(), item: text(), maker: nullable(text()), factory: nullable(text()), buyer: nullable(text()), buyerEn: nullable(text()), kind, receivedOn: day(),
  dueOn: nullable(day()), state: oneOf(STATES), verdict, sentBack: flag(), recorded: integer(),
}));
const returned = object({ round: integer(), reason: text(4000), returnedBy: text(), returnedByDepartment: nullable(text()), returnedAt: instant(), statementSha256: digest() });

export const inspectionOperations: readonly Operation[] = [
  windowed('listInspections', 'get /inspections', InspectionActs.read, 'Inspections; with `waiting` those whose next step the token’s person may take', {
    covers: ['InspectionList.search', 'Inspections.list', 'Inspections.hands'], answer: line,
    query: { q: optional(text(100)), state: optional(oneOf(STATES)), waiting: optional(oneOf(WAITING_AS)), sort: optional(oneOf(['note', 'received', 'due'])), descending: optional(flag()) },
    read: ({ get, tx, actor }, { query: { q, waiting, ...asked }, window }) => get(InspectionList).search(tx, {
      ...asked, pattern: pattern(q), waiting: waiting ? { as: waiting, memberId: actor.memberId, personKey: actor.personKey } : null, ...window }) }),
  query('getInspection', 'get /inspections/{inspectionId}', InspectionActs.read, 'One inspection; the supplier sees it once it is approved', {
    covers: ['Inspections.byId'], answer: inspection, read: ({ get, tx }, { path }) => get(Inspections).byId(tx, path.inspectionId) }),
  query('getInspectionOfDelivery', 'get /deliveries/{deliveryId}/inspection', InspectionActs.read, 'The inspection of a lot', {
    covers: ['Inspections.ofDelivery'], answer: summary,
    read: async ({ get, tx }, { path }) => {
      const found = await get(Inspections).ofDelivery(tx, path.deliveryId);
      if (!found) throw notFound('inspection');
      return found;
    } }),
  query('listClaimedAnswers', 'get /inspections/{inspectionId}/claims', InspectionActs.read, 'What the supplier claimed in the statement that was agreed on', {
    covers: ['Inspections.claimedAnswers'], answer: object({ items: list(frozen('One answer of kenshu.response/1.')) }),
    read: async ({ get, tx }, { path }) => ({ items: await get(Inspections).claimedAnswers(tx, path.inspectionId) }) }),
  listing('listNonconformities', 'get /inspections/{inspectionId}/nonconformities', InspectionActs.read, 'What was found not to conform', {
    covers: ['Inspections.nonconformities'], answer: nonconformity, read: async ({ get, tx }, { path }) => get(Inspections).nonconformities(tx, (await get(Inspections).byId(tx, path.inspectionId)).id) }),
  query('listInspectionReturns', 'get /inspections/{inspectionId}/returns', InspectionActs.read, 'What was sent back so far, the newest first', {
    covers: ['Inspections.returns'], answer: object({ items: list(returned) }),
    read: async ({ get, tx }, { path }) => ({ items: await get(Inspections).returns(tx, (await get(Inspections).byId(tx, path.inspectionId)).id) }) }),
  verb(SendBackInspection, 'post /inspections/{inspectionId}/return', InspectionActs.send_back, 'Sends a judged lot back to the inspector')({
    body: object({ statementSha256: digest(), reason: text(4000) }), args: ({ path, body }) => [{ ...path, ...body }] }),
  verb(AttachInspectionFiles, 'post /inspections/{inspectionId}/files', InspectionActs.attach, 'Puts photos or scans to an item, or to the whole')({
    body: object({ itemKey: nullable(text()), evidenceIds: ids }), args: ({ path, body }) => [{ ...path, ...body }] }),
  verb(DetachInspectionFile, 'post /inspections/{inspectionId}/files/{evidenceId}/removal', InspectionActs.detach, 'Takes a photo or scan off again')({
    body: object({ itemKey: nullable(text()) }), args: ({ path, body }) => [{ ...path, ...body }] }),
  verb(OpenInspection, 'post /inspections', InspectionActs.open, 'Takes a received lot in hand')({ body: object({ deliveryId: id() }), args: ({ body }) => [body], answer: made, to: toMade }),
  verb(RecordResult, 'put /inspections/{inspectionId}/results/{itemKey}', InspectionActs.record, 'What was found at one item; again replaces it')({
    body: object({ method: oneOf(METHODS), result: oneOf(RESULTS), note: optional(nullable(text(2000))), checkedOn: optional(day()), evidenceIds: optional(ids) }), args: ({ path, body }) => [{ ...path, ...body }] }),
  verb(JudgeLot, 'post /inspections/{inspectionId}/judgement', InspectionActs.judge, 'The inspector’s word on the lot: the verdict is computed, and nothing in it changes any more')({
    args: ({ path }) => [path.inspectionId], answer: object({ verdict, statementSha256: digest(), unmet: list(text()) }) }),
  verb(ConfirmInspection, 'post /inspections/{inspectionId}/confirmation', InspectionActs.confirm, 'The confirmer: the findings are as they are written')({ body: seen, args: ({ path, body }) => [{ ...path, ...body }] }),
  verb(ApproveInspection, 'post /inspections/{inspectionId}/approval', InspectionActs.approve, 'The approver accepts or rejects the lot (検収)')({ body: seen, args: ({ path, body }) => [{ ...path, ...body }] }),
];
