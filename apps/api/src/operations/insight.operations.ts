import { BusinessDay, FOUND_KINDS, FirstSteps, Home, InsightActs, Search, Threads } from '@libs/insight';
import type { HomeItem, ThreadAnchor } from '@libs/insight';
import { THREAD_STEPS } from '@pure/insight';
import { query } from '../web/operation.js';
import type { Operation } from '../web/operation.js';
import { day, flag, id, instant, list, named, nullable, object, oneOf, optional, text } from '../web/schema.js';
import type { Schema } from '../web/schema.js';
import { bilingual, pattern } from './common.js';

const status = object({ tone: text(20), key: text() });
const item = named('Task', object({
  task: text(), kind: text(), id: id(), number: text(), title: nullable(bilingual), party: nullable(bilingual), place: nullable(text()), due: nullable(day()), status, since: nullable(instant()),
})) as unknown as Schema<HomeItem>;
const thread = named('Thread', object({ steps: list(object({ step: oneOf(THREAD_STEPS), tone: text(20), state: text(), href: nullable(text()) })) }));
const certificate = object({ id: id(), number: text(), state: text(), issuer: text(), supplier: text(), item: text(), issuedOn: day() });
const found = object({ kind: oneOf(FOUND_KINDS), id: id(), number: text(), title: nullable(bilingual), party: nullable(text()), at: instant() });

export const insightOperations: readonly Operation[] = [
  query('getHome', 'get /home', InsightActs.home, 'What waits for the token’s person, what is late, what was sent', {
    covers: ['Home.of', 'Waiting.of', 'Late.of', 'Sent.of'],
    answer: object({ waiting: list(item), late: list(item), sent: list(item), certificates: list(certificate) }),
    read: async ({ get, tx, actor }) => get(Home).of(tx, actor, await get(BusinessDay).today(tx)) }),
  query('getThread', 'get /thread', InsightActs.home, 'The chain around one object, from requirement to certificate', {
    covers: ['Threads.of', 'CertificatesOverview.ofInspection'], query: { editionId: optional(id()), requestId: optional(id()), statementId: optional(id()), inspectionId: optional(id()) },
    answer: thread,
    read: async ({ get, tx }, { query: anchor }) => get(Threads).of(tx, anchor as ThreadAnchor, 'request', await get(BusinessDay).today(tx)) }),
  query('getThreadOfDelivery', 'get /deliveries/{deliveryId}/thread', InsightActs.home, 'The chain a lot stands on', {
    covers: ['Threads.ofLot'], answer: thread, read: async ({ get, tx }, { path }) => get(Threads).ofLot(tx, path.deliveryId, await get(BusinessDay).today(tx)) }),
  query('getFirstSteps', 'get /home/first-steps', InsightActs.home, 'What a buyer that has only just begun does first, and what of it is done', {
    covers: ['FirstSteps.of'], answer: object({ steps: nullable(object({ colleagues: flag(), suppliers: flag(), specification: flag() })) }),
    read: async ({ get, tx }) => ({ steps: await get(FirstSteps).of(tx) }) }),
  query('search', 'get /search', InsightActs.search, 'Everything that may be seen, by number or name', {
    covers: ['Search.find'], query: { q: text(100) }, answer: object({ items: list(found) }),
    read: async ({ get, tx }, { query: { q } }) => ({ items: await get(Search).find(tx, q.trim(), pattern(q) ?? '', 50) }) }),
];
