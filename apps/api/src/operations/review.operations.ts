import { AgreeResponse, Agreements, OPINIONS, ReplyToFinding, ReturnWithFindings, ReviewActs, ReviewAnswer, Reviews } from '@libs/review';
import { Responses, Statements } from '@libs/response';
import { listing, query, verb } from '../web/operation.js';
import type { Operation } from '../web/operation.js';
import { day, digest, id, instant, list, named, nullable, object, oneOf, optional, text } from '../web/schema.js';
import { made, toMade } from './common.js';
import { remark } from './response.schemas.js';
import { agreement } from './review.schemas.js';

const note = named('ReviewNote', object({ id: id(), statementId: id(), requirementKey: text(), opinion: oneOf(OPINIONS), note: remark, reviewedBy: text(), reviewedAt: instant() }));
const finding = named('Finding', object({
  id: id(), buyerOrganizationId: id(), supplierOrganizationId: nullable(id()), responseId: id(), statementId: id(), requirementKey: text(), text: text(4000), target: remark, dueOn: nullable(day()), foundBy: text(),
  foundAt: instant(), replies: list(object({ text: text(4000), repliedBy: text(), repliedAt: instant() })),
}));
const asked = object({ requirementKey: text(), text: text(4000), target: optional(remark), dueOn: optional(nullable(day())) });

export const reviewOperations: readonly Operation[] = [
  listing('listReviewNotes', 'get /statements/{statementId}/notes', ReviewActs.read, 'The buyer’s own notes on a submission; the supplier never sees them', {
    covers: ['Reviews.notes'], answer: note, read: async ({ get, tx }, { path }) => get(Reviews).notes(tx, (await get(Statements).byId(tx, path.statementId)).id) }),
  verb(ReviewAnswer, 'post /statements/{statementId}/notes', ReviewActs.note, 'Notes an opinion on one answer, for colleagues')({
    body: object({ requirementKey: text(), opinion: oneOf(OPINIONS), note: optional(remark) }), args: ({ path, body }) => [{ ...path, ...body }], answer: made, to: toMade }),
  verb(ReturnWithFindings, 'post /statements/{statementId}/return', ReviewActs.return, 'Gives a submission back and says answer by answer what is asked')({
    body: object({ findings: list(asked, 1000), message: optional(remark) }), args: ({ path, body }) => [{ ...path, ...body }], answer: object({ returnId: id() }) }),
  verb(AgreeResponse, 'post /statements/{statementId}/agreement', ReviewActs.agree, 'The buyer agrees: this specification, answered thus, governs the orders that pin it')({
    body: object({ digest: digest(), priceTalk: object({ state: oneOf(['recorded', 'none_needed']), note: optional(remark) }), deviations: list(text(), 1000) }),
    args: ({ path, body }) => [{ ...path, ...body }], answer: agreement }),
  listing('listFindings', 'get /responses/{responseId}/findings', ReviewActs.read, 'Everything ever found in a response, oldest first', {
    covers: ['Reviews.findings'], answer: finding, read: async ({ get, tx }, { path }) => get(Reviews).findings(tx, (await get(Responses).byId(tx, path.responseId)).id) }),
  query('getFinding', 'get /findings/{findingId}', ReviewActs.read, 'One finding and what was replied', { covers: ['Reviews.finding'], answer: finding, read: ({ get, tx }, { path }) => get(Reviews).finding(tx, path.findingId) }),
  verb(ReplyToFinding, 'post /findings/{findingId}/replies', ReviewActs.reply, 'The supplier’s word on a finding')({
    body: object({ text: text(4000) }), args: ({ path, body }) => [{ ...path, ...body }], answer: made, to: toMade }),
  listing('listAgreements', 'get /agreements', ReviewActs.read, 'What was agreed, newest first', { covers: ['Agreements.list'], answer: agreement, read: ({ get, tx }) => get(Agreements).list(tx, 100_000) }),
  query('getAgreement', 'get /agreements/{agreementId}', ReviewActs.read, 'One agreement', { covers: ['Agreements.byId'], answer: agreement, read: ({ get, tx }, { path }) => get(Agreements).byId(tx, path.agreementId) }),
];
