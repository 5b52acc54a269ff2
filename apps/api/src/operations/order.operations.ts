import { BusinessDay, ORDER_SORTS, OrderLedger } from '@libs/insight';
import { CRITICALITIES, GOVERNING_DOCUMENTS } from '@pure/specification';
import { CONTRACT_FORMS, CancelOrder, ChangeOrderDraft, OrderActs, OrderLines, PinnableAgreements, PlaceOrder, RegisterOrderLine } from '@libs/order';
import { listing, query, verb, windowed } from '../web/operation.js';
import type { Operation } from '../web/operation.js';
import { day, decimal, flag, id, instant, integer, named, nullable, object, oneOf, optional, text } from '../web/schema.js';
import { bilingual, facts, made, pattern, toMade } from './common.js';

const STATES = ['draft', 'ordered', 'cancelled'] as const;
const terms = {
  jobNumber: text(), poNumber: text(), lineNo: integer(), governingDocument: oneOf(GOVERNING_DOCUMENTS), secureRequirement: flag(), contractForm: oneOf(CONTRACT_FORMS), itemName: text(), quantity: decimal(0, 1e9),
  unit: text(), orderedOn: day(), dueOn: day(), paymentTermsDays: integer(),
};
const may = { noRequirementReason: text(), model: text(), deliveryPlace: text(), inspectionDueOn: day(), amount: decimal(), criticality: oneOf(CRITICALITIES), facts };
export const orderTermsInput = {
  ...terms, noRequirementReason: optional(nullable(may.noRequirementReason)), model: optional(nullable(may.model)), deliveryPlace: optional(nullable(may.deliveryPlace)),
  inspectionDueOn: optional(nullable(may.inspectionDueOn)), amount: optional(nullable(may.amount)), criticality: optional(nullable(may.criticality)), facts: optional(nullable(facts)),
};
const line = named('OrderLine', object({
  id: id(), buyerOrganizationId: id(), supplierOrganizationId: nullable(id()), supplierSiteId: id(), ...terms, noRequirementReason: nullable(may.noRequirementReason), model: nullable(may.model),
  deliveryPlace: nullable(may.deliveryPlace), inspectionDueOn: nullable(day()), amount: nullable(may.amount), criticality: nullable(may.criticality), facts: nullable(facts), specCriticality: nullable(may.criticality),
  effectiveCriticality: may.criticality, agreementId: nullable(id()), receivedQuantity: decimal(0, 1e9), state: oneOf(STATES), registeredBy: text(), placedBy: nullable(text()), placedAt: nullable(instant()),
  cancelledAt: nullable(instant()), cancelReason: nullable(text()), version: integer(),
}, 'A row of the procurement ledger (調達台帳).'));
const LINE_STATES = ['draft', 'ordered', 'part_delivered', 'fully_delivered', 'accepted', 'closed_rejected', 'cancelled'] as const;
const ledgerLine = named('OrderLedgerLine', object({
  id: id(), ...terms, noRequirementReason: nullable(may.noRequirementReason), model: nullable(may.model), deliveryPlace: nullable(may.deliveryPlace), inspectionDueOn: nullable(day()), amount: nullable(may.amount),
  criticality: nullable(may.criticality), supplierSiteId: id(), counterpartyCode: nullable(text()), makerName: nullable(text()), factoryName: nullable(text()), buyerName: nullable(text()), buyerNameEn: nullable(text()),
  agreementRequestId: nullable(id()), agreementNumber: nullable(text()), state: oneOf(LINE_STATES), lots: integer(), receivedQuantity: decimal(0, 1e9), deliveryLate: flag(), inspectionLate: flag(), version: integer(),
}));
const pinnable = named('PinnableAgreement', object({
  id: id(), requestId: id(), requestNumber: text(), supplierSiteId: id(), title: nullable(bilingual), specificationNumber: text(), edition: integer(1), agreedAt: instant(),
}));

export const orderOperations: readonly Operation[] = [
  windowed('listOrders', 'get /orders', OrderActs.read, 'Order lines with what has come of them; a supplier sees placed ones', {
    covers: ['OrderLedger.page', 'OrderLines.list', 'OrderLines.own'], answer: ledgerLine,
    query: {
      side: optional(oneOf(['buyer', 'supplier'])), q: optional(text(100)), state: optional(oneOf(LINE_STATES)), siteId: optional(id()), secure: optional(flag()), late: optional(oneOf(['delivery', 'inspection'])),
      sort: optional(oneOf(ORDER_SORTS)), descending: optional(flag()),
    },
    read: async ({ get, tx }, { query: { side = 'buyer', q, state = null, siteId = null, secure = null, late = null, sort = null, descending = false }, window }) => {
      const today = await get(BusinessDay).today(tx);
      const { rows: lines, total } = await get(OrderLedger).page(tx, { side, today, pattern: pattern(q), state, siteId, secure, late, ids: null, sort, descending, ...window });
      return { lines, total };
    } }),
  listing('listPinnableAgreements', 'get /orders/agreements', OrderActs.read, 'Agreements that an order may be placed under', {
    covers: ['PinnableAgreements.list', 'PinnableAgreements.ofSite', 'PinnableAgreements.byId'], query: { siteId: optional(id()) }, answer: pinnable,
    read: ({ get, tx }, { query: { siteId } }) => siteId ? get(PinnableAgreements).ofSite(tx, siteId) : get(PinnableAgreements).list(tx) }),
  query('getOrder', 'get /orders/{orderLineId}', OrderActs.read, 'One order line', { covers: ['OrderLines.byId'], versioned: true, answer: line, read: ({ get, tx }, { path }) => get(OrderLines).byId(tx, path.orderLineId) }),
  verb(RegisterOrderLine, 'post /orders', OrderActs.register, 'Registers an order line; it becomes an order when it is placed')({
    body: object({ ...orderTermsInput, supplierSiteId: id() }), args: ({ body }) => [body], answer: made, to: toMade }),
  verb(ChangeOrderDraft, 'put /orders/{orderLineId}', OrderActs.change, 'Changes an order line that is not placed yet')({
    versioned: true, body: object({ ...orderTermsInput, supplierSiteId: id() }), args: ({ path, version, body }) => [{ orderLineId: path.orderLineId, version, ...body }] }),
  verb(PlaceOrder, 'post /orders/{orderLineId}/placement', OrderActs.place, 'Places an order under an agreement; from here no criterion can be added')({
    body: object({ agreementId: nullable(id()) }), args: ({ path, body }) => [{ ...path, ...body }] }),
  verb(CancelOrder, 'post /orders/{orderLineId}/cancellation', OrderActs.cancel, 'Takes back a draft, or an order of which nothing has come')({
    body: object({ reason: text(1000) }), args: ({ path, body }) => [{ ...path, ...body }] }),
];
