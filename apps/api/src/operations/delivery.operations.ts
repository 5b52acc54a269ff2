import { LOT_STATES, LotList } from '@libs/insight';
import { AnnounceDelivery, AttachDeliveryDocument, Deliveries, DeliveryActs, ReceiveDelivery, ReceiveNote, ReturnDelivery } from '@libs/delivery';
import { listing, query, verb, windowed } from '../web/operation.js';
import type { Operation } from '../web/operation.js';
import { day, decimal, flag, id, instant, integer, list, named, nullable, object, oneOf, optional, text } from '../web/schema.js';
import { ids, made, pattern, toMade } from './common.js';

const versions = list(object({ name: text(), version: text() }), 5001);
const lot = { noteNumber: text(), quantity: decimal(0, 1e9), installmentsTotal: nullable(integer()), serials: list(text()), versions };
const lotInput = { noteNumber: text(), quantity: decimal(0, 1e9), installmentsTotal: optional(nullable(integer())), serials: optional(list(text(), 5001)), versions: optional(versions) };
const parties = { id: id(), buyerOrganizationId: id(), supplierOrganizationId: nullable(id()), orderLineId: id() };
const delivery = named('Delivery', object({
  ...parties, ...lot, announcementId: nullable(id()), installmentNo: integer(1), unit: text(), receivedOn: day(), receivedAt: instant(), receivedBy: text(), receivedByDepartment: nullable(text()), paymentDueOn: day(),
  verdict: nullable(oneOf(['passed', 'rejected'])), inspectedOn: nullable(day()), acceptedOn: nullable(day()), returnedOn: nullable(day()), returnedAt: nullable(instant()), returnedBy: nullable(text()),
  returnReason: nullable(text()), state: oneOf(['received', 'passed', 'rejected', 'returned']),
}, 'A lot that was received (受領).'));
const announcement = named('DeliveryAnnouncement', object({ ...parties, ...lot, arrivesOn: nullable(day()), announcedBy: text(), announcedAt: instant() }));
const document = named('DeliveryDocument', object({ id: id(), fileName: text(), sha256: text(64), byteSize: integer(), attachedBy: text(), attachedAt: instant() }));
const place = { poNumber: text(), lineNo: integer(), item: text(), model: nullable(text()), maker: nullable(text()), factory: nullable(text()), buyer: nullable(text()), buyerEn: nullable(text()), unit: text() };
const lotLine = named('LotLine', object({
  id: id(), orderLineId: id(), state: oneOf(LOT_STATES), noteNumber: text(), ...place, quantity: decimal(0, 1e9), receivedOn: nullable(day()), arrivesOn: nullable(day()), paymentDueOn: nullable(day()),
  inspectionDueOn: nullable(day()), inspectionId: nullable(id()),
}));
const openOrder = named('OpenOrder', object({ id: id(), ...place, ordered: decimal(0, 1e9), open: decimal(0, 1e9), dueOn: day(), announcementId: nullable(id()), announcedNote: nullable(text()) }));
const { noteNumber, ...lineInput } = lotInput;

export const deliveryOperations: readonly Operation[] = [
  windowed('listLots', 'get /lots', DeliveryActs.read, 'Lots that were announced or received, for the dock and for the supplier', {
    covers: ['LotList.search'], answer: lotLine, query: { q: optional(text(100)), state: optional(oneOf(LOT_STATES)), sort: optional(oneOf(['note', 'day', 'payment'])), descending: optional(flag()) },
    read: ({ get, tx }, { query: { q, ...asked }, window }) => get(LotList).search(tx, { ...asked, pattern: pattern(q), ...window }) }),
  listing('listOpenOrders', 'get /lots/open-orders', DeliveryActs.read, 'Orders of which something is still to come', {
    covers: ['LotList.openOrders'], answer: openOrder, query: { side: optional(oneOf(['buyer', 'supplier'])), q: optional(text(100)) },
    read: ({ get, tx }, { query: { side = 'buyer', q } }) => get(LotList).openOrders(tx, side, pattern(q), 10_000) }),
  listing('listDeliveries', 'get /deliveries', DeliveryActs.read, 'Lots, newest receipt first', {
    covers: ['Deliveries.list'], answer: delivery, query: { orderLineId: optional(id()), receivedFrom: optional(day()), receivedTo: optional(day()), withoutVerdict: optional(flag()) },
    read: ({ get, tx }, { query: filter }) => get(Deliveries).list(tx, { ...filter, limit: 100_000 }) }),
  query('getDelivery', 'get /deliveries/{deliveryId}', DeliveryActs.read, 'One lot', { covers: ['Deliveries.byId'], answer: delivery, read: ({ get, tx }, { path }) => get(Deliveries).byId(tx, path.deliveryId) }),
  listing('listDeliveryDocuments', 'get /deliveries/{deliveryId}/documents', DeliveryActs.read, 'Photos and scans of the paper delivery note', {
    covers: ['Deliveries.documents'], answer: document, read: async ({ get, tx }, { path }) => get(Deliveries).documents(tx, (await get(Deliveries).byId(tx, path.deliveryId)).id) }),
  verb(ReceiveDelivery, 'post /deliveries', DeliveryActs.receive, 'Goods are in the house: starts the payment clock, and is no acceptance')({
    body: object({ ...lotInput, orderLineId: id(), announcementId: optional(nullable(id())), receivedOn: optional(day()) }), args: ({ body }) => [body], answer: made, to: toMade }),
  verb(ReceiveNote, 'post /deliveries/notes', DeliveryActs.receive, 'Receives everything on one delivery note at once')({
    body: object({ noteNumber, receivedOn: optional(day()), lines: list(object({ ...lineInput, orderLineId: id(), announcementId: optional(nullable(id())) }), 200), evidenceIds: optional(ids) }), args: ({ body }) => [body],
    answer: object({ ids: list(id()) }), to: (received) => ({ ids: received }) }),
  verb(AttachDeliveryDocument, 'post /deliveries/{deliveryId}/documents', DeliveryActs.attach, 'Puts a photo or scan of the paper delivery note to a lot')({
    body: object({ evidenceIds: ids }), args: ({ path, body }) => [{ ...path, ...body }] }),
  verb(ReturnDelivery, 'post /deliveries/{deliveryId}/return', DeliveryActs.return, 'Goods go back')({ body: object({ reason: text(1000) }), args: ({ path, body }) => [{ ...path, ...body }] }),
  listing('listAnnouncements', 'get /announcements', DeliveryActs.read, 'Announced and not yet received', {
    covers: ['Deliveries.expected'], query: { orderLineId: optional(id()) }, answer: announcement, read: ({ get, tx }, { query: { orderLineId } }) => get(Deliveries).expected(tx, orderLineId) }),
  query('getAnnouncement', 'get /announcements/{announcementId}', DeliveryActs.read, 'One announcement', {
    covers: ['Deliveries.announcement'], answer: announcement, read: ({ get, tx }, { path }) => get(Deliveries).announcement(tx, path.announcementId) }),
  verb(AnnounceDelivery, 'post /announcements', DeliveryActs.announce, 'The supplier says what is coming')({
    body: object({ ...lotInput, orderLineId: id(), arrivesOn: optional(nullable(day())) }), args: ({ body }) => [body], answer: made, to: toMade }),
];
