import { ANSWERING_STAGES, AnsweringOverview, BusinessDay, REQUEST_SORTS, RequestList, RequestsOverview, standing } from '@libs/insight';
import { AcknowledgeRequest, Chasing, CorrectFacts, ExtendRequest, REQUEST_STATES, RequestActs, Requests, SendRequest, WithdrawRequest } from '@libs/request';
import type { LevelDecisionInput, SendRequestInput } from '@libs/request';
import { Statements } from '@libs/response';
import { Agreements } from '@libs/review';
import { notFound } from '@platform-pure/errors';
import { listing, query, verb, windowed } from '../web/operation.js';
import type { Operation } from '../web/operation.js';
import type { Schema } from '../web/schema.js';
import { day, digest, flag, id, instant, integer, list, named, nullable, object, oneOf, optional, text } from '../web/schema.js';
import { bilingual, facts, pattern } from './common.js';
import { statementSummary } from './response.schemas.js';
import { agreement } from './review.schemas.js';

const respondent = object({ makerName: text(), factoryName: text(), address: text() });
const decision = { secrets: flag(), stoppage: flag(), reach: flag() };
const level = oneOf([3, 4]);
const reason = text(2000);
const request = named('SecurityRequest', object({
  id: id(), number: text(), buyerOrganizationId: id(), supplierOrganizationId: nullable(id()), supplierSiteId: nullable(id()), ownSiteId: nullable(id()), specificationEditionId: id(), documentSha256: digest(),
  dueOn: day(), originalDueOn: day(), note: nullable(text(4000)), facts, factsAtSending: facts, corrections: list(object({ id: id(), facts, at: instant(), by: text(), organizationId: id(), reason })),
  levelDecision: object({ ...decision, level, reason: nullable(reason) }), respondent, sentAt: instant(), sentBy: text(), acknowledgedAt: nullable(instant()), acknowledgedBy: nullable(text()),
  extendedAt: nullable(instant()), extensionReason: nullable(reason), withdrawnAt: nullable(instant()), withdrawalReason: nullable(reason),
}));
const line = named('SecurityRequestLine', object({
  id: id(), number: text(), title: nullable(bilingual), buyer: bilingual, respondent, state: oneOf(REQUEST_STATES), late: flag(), dueOn: day(), sentAt: instant(), acknowledgedAt: nullable(instant()),
  statementId: nullable(id()), revision: nullable(integer(1)), releasedAt: optional(nullable(instant())), returnedAt: optional(nullable(instant())), agreedAt: optional(nullable(instant())), withdrawnAt: nullable(instant()),
}, 'A request with what both sides did about it, as far as the asking side may see it.'));
const sentLine = named('SentRequestLine', object({
  id: id(), number: text(), respondent, counterpartyCode: nullable(text()), specificationNumber: text(), edition: integer(1), title: bilingual, dueOn: day(), sentAt: instant(), state: oneOf(REQUEST_STATES), late: flag(),
  asked: nullable(integer()), answered: nullable(integer()), statementId: nullable(id()), bounced: flag(), remindedOn: nullable(day()),
}));
const receivedLine = named('ReceivedRequestLine', object({
  id: id(), number: text(), title: nullable(bilingual), buyer: bilingual, dueOn: day(), sentAt: instant(), state: oneOf(REQUEST_STATES), late: flag(), responseId: nullable(id()), statementId: nullable(id()),
  signedAt: nullable(instant()), asked: integer(), answered: integer(),
}));
const sending: Schema<SendRequestInput> = object({
  specificationEditionId: id(), supplierSiteId: optional(nullable(id())), ownSiteId: optional(nullable(id())), dueOn: day(), note: optional(nullable(text(8000))), facts,
  levelDecision: object({ ...decision, level: optional(level), reason: optional(nullable(reason)) }) as Schema<LevelDecisionInput>, recipients: optional(list(text(254), 50)), sendingId: optional(id()),
});

export const requestOperations: readonly Operation[] = [
  windowed('listRequests', 'get /requests', RequestActs.read, 'Requests this organisation sent, and where each stands', {
    covers: ['RequestList.page', 'Requests.list', 'Requests.ofSite'], answer: sentLine,
    query: {
      q: optional(text(100)), state: optional(oneOf(REQUEST_STATES)), late: optional(flag()), dueSoon: optional(flag()), bounced: optional(flag()), specificationId: optional(id()), supplier: optional(text(100)),
      sort: optional(oneOf(REQUEST_SORTS)), descending: optional(flag()),
    },
    read: async ({ get, tx }, { query: { q, ...ask }, window }) => get(RequestList).page(tx, { ...ask, search: q, today: await get(BusinessDay).today(tx), ...window }) }),
  windowed('listReceivedRequests', 'get /requests/received', RequestActs.read, 'Requests this organisation received, and how far each is answered', {
    covers: ['AnsweringOverview.list'], answer: receivedLine,
    query: { q: optional(text(100)), stage: optional(oneOf(ANSWERING_STAGES)), late: optional(flag()), mine: optional(flag()), sort: optional(oneOf(['due', 'number', 'sent'])), descending: optional(flag()) },
    read: async ({ get, tx, actor }, { query: { q, stage = null, late = false, mine, sort = null, descending = false }, window }) => get(AnsweringOverview).list(tx, {
      pattern: pattern(q) ?? '', stage, late, heldBy: mine ? actor.memberId : null, sort, descending, ...window }, await get(BusinessDay).today(tx)) }),
  query('getSending', 'get /sendings/{sendingId}', RequestActs.read, 'What was sent under one `sendingId`, factory by factory', {
    covers: ['Chasing.ofSending'], answer: object({ items: list(object({ id: id(), number: text(), siteId: id() })) }), read: async ({ get, tx }, { path }) => {
      const items = await get(Chasing).ofSending(tx, path.sendingId);
      if (items.length === 0) throw notFound('request');
      return { items };
    } }),
  query('getRequest', 'get /requests/{requestId}', RequestActs.read, 'One request', { covers: ['Requests.byId'], answer: request, read: ({ get, tx }, { path }) => get(Requests).byId(tx, path.requestId) }),
  query('getRequestStatus', 'get /requests/{requestId}/status', RequestActs.read, 'Where a request stands', {
    covers: ['RequestsOverview.byId', 'BusinessDay.today'], answer: line,
    read: async ({ get, tx }, { path }) => {
      const found = await get(RequestsOverview).byId(tx, path.requestId);
      if (!found) throw notFound('request');
      return { ...found, ...standing(found, await get(BusinessDay).today(tx)) };
    } }),
  listing('listStatements', 'get /requests/{requestId}/statements', RequestActs.read, 'Submissions to a request, oldest first: the supplier’s from submission, the buyer’s from release', {
    covers: ['Statements.ofRequest', 'Statements.ofRequests', 'Statements.ofResponse', 'Statements.newestReleased'], answer: statementSummary,
    read: async ({ get, tx }, { path }) => get(Statements).ofRequest(tx, (await get(Requests).byId(tx, path.requestId)).id) }),
  query('getAgreementOfRequest', 'get /requests/{requestId}/agreement', RequestActs.read, 'What was agreed on a request', {
    covers: ['Agreements.byRequest', 'Agreements.byRequests'], answer: agreement,
    read: async ({ get, tx }, { path }) => {
      const found = await get(Agreements).byRequest(tx, path.requestId);
      if (!found) throw notFound('agreement');
      return found;
    } }),
  verb(SendRequest, 'post /requests', RequestActs.send, 'Sends one edition to one respondent')({ body: sending, args: ({ body }) => [body], answer: object({ id: id(), number: text() }) }),
  verb(ExtendRequest, 'post /requests/{requestId}/extension', RequestActs.extend, 'Gives more time')({ body: object({ dueOn: day(), reason }), args: ({ path, body }) => [path.requestId, body] }),
  verb(WithdrawRequest, 'post /requests/{requestId}/withdrawal', RequestActs.withdraw, 'Takes a request back; what was sent stays readable')({
    body: object({ reason }), args: ({ path, body }) => [path.requestId, body.reason] }),
  verb(AcknowledgeRequest, 'post /requests/{requestId}/acknowledgement', RequestActs.acknowledge, 'The respondent has received the request')({ args: ({ path }) => [path.requestId] }),
  verb(CorrectFacts, 'post /requests/{requestId}/corrections', RequestActs.correct_facts, 'Either side says that a fact is otherwise')({ body: object({ facts, reason }), args: ({ path, body }) => [path.requestId, body] }),
];
