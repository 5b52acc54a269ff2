import { SUPPLIER_SORTS, SupplierLedger } from '@libs/insight';
import { ApproveSupplierSite, ChangeSupplierSite, RegisterSupplierSite, SUPPLIER_KINDS, SupplierActs, SupplierSites } from '@libs/supplier';
import { query, verb, windowed } from '../web/operation.js';
import type { Operation } from '../web/operation.js';
import { day, flag, id, instant, integer, list, named, nullable, object, oneOf, optional, text } from '../web/schema.js';
import { made, pattern, toMade } from './common.js';

const content = { counterpartyCode: text(), makerName: text(), factoryName: text(), address: text(), kind: oneOf(SUPPLIER_KINDS), sme: flag() };
const more = { makerNameEn: text(), contactName: text(), contactEmail: text(254) };
const given = { ...content, makerNameEn: optional(nullable(more.makerNameEn)), contactName: optional(nullable(more.contactName)), contactEmail: optional(nullable(more.contactEmail)) };
const site = named('SupplierSite', object({
  id: id(), ...content, makerNameEn: nullable(more.makerNameEn), contactName: nullable(more.contactName), contactEmail: nullable(more.contactEmail),
  registeredOn: day(), approvedOn: nullable(day()), joinedOrganizationId: nullable(id()), joinedAt: nullable(instant()), version: integer(),
}, 'A factory in the buyer’s supplier ledger.'));
const line = named('SupplierLedgerLine', object({
  id: id(), ...content, makerNameEn: nullable(more.makerNameEn), contactName: nullable(more.contactName), contactEmail: nullable(more.contactEmail), registeredOn: day(), approvedOn: nullable(day()),
  joinedAt: nullable(instant()), openRequests: integer(), version: integer(),
}));

export const supplierOperations: readonly Operation[] = [
  windowed('listSupplierSites', 'get /suppliers', SupplierActs.read, 'The supplier ledger (表10) with how many requests are open', {
    covers: ['SupplierLedger.page', 'SupplierSites.list'], answer: line,
    query: { q: optional(text(100)), kind: optional(oneOf(SUPPLIER_KINDS)), joined: optional(flag()), approved: optional(flag()), sort: optional(oneOf(SUPPLIER_SORTS)), descending: optional(flag()) },
    read: async ({ get, tx }, { query: { q, kind = null, joined = null, approved = null, sort = null, descending = false }, window }) => {
      const { rows: lines, total } = await get(SupplierLedger).page(tx, { pattern: pattern(q), kind, joined, approved, sort, descending, ...window });
      return { lines, total };
    } }),
  query('listLetters', 'get /suppliers/{siteId}/letters', SupplierActs.read, 'Invitations that were mailed to a factory’s contacts, newest first', {
    covers: ['SupplierLedger.invitations'], answer: object({ items: list(object({ recipient: text(254), sentAt: instant() })) }),
    read: async ({ get, tx }, { path }) => ({ items: await get(SupplierLedger).invitations(tx, (await get(SupplierSites).byId(tx, path.siteId)).id) }) }),
  query('getSupplierSite', 'get /suppliers/{siteId}', SupplierActs.read, 'One factory of the ledger', {
    covers: ['SupplierSites.byId'], versioned: true, answer: site, read: ({ get, tx }, { path }) => get(SupplierSites).byId(tx, path.siteId) }),
  verb(RegisterSupplierSite, 'post /suppliers', SupplierActs.register, 'Registers a factory')({
    body: object({ ...given, registeredOn: optional(day()) }), args: ({ body }) => [body], answer: made, to: toMade }),
  verb(ChangeSupplierSite, 'put /suppliers/{siteId}', SupplierActs.change, 'Changes what the ledger says of a factory')({
    versioned: true, body: object(given), args: ({ path, version, body }) => [path.siteId, version, body] }),
  verb(ApproveSupplierSite, 'post /suppliers/{siteId}/approval', SupplierActs.approve, 'The buyer has verified the factory (認定)')({
    body: object({ approvedOn: optional(day()) }), args: ({ path, body }) => [path.siteId, body.approvedOn] }),
];
