import type { InvitationSent, OrderLedgerLine, RequestFacts } from '@libs/insight';
import { requestStatus, standing } from '@pure/insight';
import { SUPPLIER_KINDS, supplierSiteState } from '@pure/supplier';
import type { SupplierSite } from '@pure/supplier';
import { day, fact, instant, link, number, phrase, status, table, word, words } from '../web/cells.view.js';
import type { Cell, FactView, TableView } from '../web/cells.view.js';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';

export interface MayDo { readonly change: boolean; readonly approve: boolean; readonly send: boolean; readonly order: boolean }
export interface SupplierInput {
  readonly site: SupplierSite;
  readonly today: string;
  readonly requests: readonly RequestFacts[];
  readonly orders: readonly OrderLedgerLine[];
  readonly orderCount: number;
  readonly invitations: readonly InvitationSent[];
  readonly may: MayDo;
  readonly problems?: readonly Problem[];
}

export interface SupplierView {
  readonly id: string;
  readonly name: { readonly ja: string; readonly en: string };
  readonly factory: string;
  readonly status: Cell;
  readonly facts: readonly FactView[];
  readonly requests: TableView;
  readonly orders: TableView;
  readonly allOrders: string | null;
  readonly invitation: readonly FactView[];
  readonly letters: TableView | null;
  readonly may: MayDo;
  /** Null once it is approved. */
  readonly approval: FormView | null;
  readonly today: string;
}

export function supplierView(input: SupplierInput): SupplierView {
  const { site, today, may, problems = [] } = input;
  const state = supplierSiteState(site);
  return {
    id: site.id, name: { ja: site.makerName, en: site.makerNameEn ?? site.makerName }, factory: site.factoryName,
    status: status(state === 'approved' ? { tone: 'done', key: 'supplier.state.approved' } : { tone: 'wait', key: 'portal_suppliers.not_approved' }),
    facts: siteFacts(site), requests: requestsTable(input), orders: ordersTable(input), allOrders: input.orderCount > input.orders.length ? `/orders?supplier=${site.id}` : null,
    invitation: invitationFacts(input), letters: site.joinedAt === null && input.invitations.length > 0 ? lettersTable(input.invitations) : null,
    may, approval: state === 'approved' ? null : formView(['approvedOn'], { approvedOn: today }, problems), today,
  };
}

function siteFacts(site: SupplierSite): FactView[] {
  return [
    fact('supplier.site.counterparty_code', words(site.counterpartyCode)), fact('supplier.site.maker_name', words(site.makerName, site.makerNameEn)),
    fact('supplier.site.factory_name', words(site.factoryName)), fact('supplier.site.address', words(site.address)), fact('supplier.site.kind', word(`supplier.kind.${site.kind}`)),
    fact('supplier.site.sme', word(site.sme ? 'common.yes' : 'common.no')), fact('supplier.site.registered_on', day(site.registeredOn)),
    fact('supplier.site.approved_on', site.approvedOn ? day(site.approvedOn) : phrase('portal_suppliers.not_approved')),
    fact('portal_suppliers.contact', words(site.contactName ?? '–', site.contactEmail)),
  ];
}

function requestsTable({ requests, today }: SupplierInput): TableView {
  const rows = requests.map((request) => {
    const { state, late } = standing(request, today);
    return [link(request.number, `/requests/${request.id}`), words(request.title), instant(request.sentAt), day(request.dueOn), status(requestStatus(state, late))];
  });
  return table('portal_suppliers.requests', ['portal_suppliers.request_number', 'common.noun.specification', 'portal.request.sent', 'request.due_on', 'common.field.status'], rows, 'portal_suppliers.no_requests');
}

function ordersTable({ orders }: SupplierInput): TableView {
  const rows = orders.map((order) => [
    link(`${order.poNumber}-${order.lineNo}`, `/orders/${order.id}`), words(order.itemName, order.model), number(order.quantity, order.unit), day(order.orderedOn), day(order.dueOn),
    word(`order.state.${order.state}`)]);
  return table('portal_suppliers.orders', ['order.field.po_number', 'order.field.item_name', 'order.field.quantity', 'order.field.ordered_on', 'order.field.due_on', 'common.field.status'], rows, 'portal_suppliers.no_orders');
}

/** Who answers for the factory here, or how far the invitation is. */
function invitationFacts({ site, invitations, requests }: SupplierInput): FactView[] {
  if (site.joinedAt !== null) return [fact('supplier.site.joined', instant(site.joinedAt))];
  const step = !site.contactEmail ? 'no_contact' : invitations.length > 0 ? 'invited' : requests.length > 0 ? 'on_its_way' : 'not_invited';
  return [fact('supplier.site.joined', phrase(`portal_suppliers.invitation.${step}`))];
}

function lettersTable(invitations: readonly InvitationSent[]): TableView {
  return table('portal_suppliers.letters', ['portal_suppliers.recipient', 'portal_suppliers.sent_at'], invitations.map(({ recipient, sentAt }) => [words(recipient), instant(sentAt)]), 'portal_suppliers.no_letters');
}

const FIELDS = ['counterpartyCode', 'makerName', 'makerNameEn', 'factoryName', 'address', 'kind', 'sme', 'contactName', 'contactEmail', 'registeredOn'];
export interface SiteFormView {
  readonly id: string | null;
  readonly version: string;
  readonly form: FormView;
  readonly kinds: readonly { readonly value: string; readonly label: TextRef }[];
  readonly yesNo: readonly { readonly value: string; readonly label: TextRef }[];
  /** When somebody else was faster: what stands there now, beside what was typed. */
  readonly now: readonly FactView[];
}

export function siteFormView(typed: object, problems: readonly Problem[] = [], known: { readonly id: string; readonly version: number | string; readonly now?: SupplierSite } | null = null): SiteFormView {
  return {
    id: known?.id ?? null, version: String(known?.version ?? ''), form: formView(FIELDS, typed, problems), kinds: SUPPLIER_KINDS.map((value) => ({ value, label: text(`supplier.kind.${value}`) })),
    yesNo: ['yes', 'no'].map((value) => ({ value, label: text(`common.${value}`) })), now: known?.now ? siteFacts(known.now) : [],
  };
}
