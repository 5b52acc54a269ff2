import { Injectable } from '@nestjs/common';
import { BusinessDay, OrderLedger, RequestsOverview, SupplierLedger } from '@libs/insight';
import type { RequestFacts, SupplierLedgerLine } from '@libs/insight';
import { OrderActs } from '@libs/order';
import { RequestActs, Requests } from '@libs/request';
import { SupplierActs, SupplierSites } from '@libs/supplier';
import { may } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { likePattern, listQuery, windowOf } from '../web/list-query.rules.js';
import { listView } from '../web/list.view.js';
import { Page, TableFile } from '../web/page.js';
import type { Problem } from '../web/problems.js';
import { FILTERS, SORTS, SUPPLIER_FILTERS, supplierFile, supplierTable } from './supplier-list.view.js';
import { siteFormView, supplierView } from './supplier.view.js';

/** Newest requests and orders of a factory that its page shows; the lists have the rest. */
const [REQUESTS, ORDERS] = [30, 20];
const asBoolean = (value: string | undefined): boolean | null => value === undefined ? null : value === 'yes';

@Injectable()
export class SupplierPages {
  constructor(
    private readonly sites: SupplierSites, private readonly ledger: SupplierLedger, private readonly requests: Requests, private readonly overview: RequestsOverview,
    private readonly orders: OrderLedger, private readonly day: BusinessDay,
  ) {}

  async list(tx: TenantTx, asked: Readonly<Record<string, unknown>>): Promise<Page | TableFile> {
    const query = listQuery(asked, { filters: SUPPLIER_FILTERS, sorts: SORTS.filter((sort) => sort !== null) });
    const { search, filters, sort, descending } = query;
    const { rows, total } = await this.ledger.page(tx, {
      pattern: search === '' ? null : likePattern(search), approved: asBoolean(filters.approved), joined: asBoolean(filters.joined), kind: filters.kind ?? null, sort, descending, ...windowOf(query) });
    if (query.format) return new TableFile('suppliers', query.format, supplierFile(rows));
    return this.page(tx, rows, listView({
      path: '/suppliers', query, table: supplierTable(rows, search === '' && Object.keys(filters).length === 0 ? 'supplier.empty' : 'portal_suppliers.none_found'), total,
      searchHint: 'portal_suppliers.search_hint', filters: FILTERS, sorts: SORTS }));
  }

  private page(tx: TenantTx, rows: readonly SupplierLedgerLine[], list: object): Page {
    const register = may(tx.actor, SupplierActs.register);
    return new Page('suppliers/list', { list, register, first: register && rows.length === 0 }, { title: 'portal_suppliers.title' });
  }

  /** @throws not_found */
  async show(tx: TenantTx, id: string, problems: readonly Problem[] = []): Promise<Page> {
    const site = await this.sites.byId(tx, id);
    const today = await this.day.today(tx);
    const sent = (await this.requests.ofSite(tx, id)).slice(0, REQUESTS);
    const requests: RequestFacts[] = [];
    for (const request of sent) requests.push(...[await this.overview.byId(tx, request.id)].filter((one) => one !== undefined));
    const orders = await this.orders.page(tx, {
      side: 'buyer', today, siteId: id, pattern: null, state: null, secure: null, late: null, ids: null, sort: null, descending: false, limit: ORDERS, offset: 0 });
    const allowed = {
      change: may(tx.actor, SupplierActs.change), approve: may(tx.actor, SupplierActs.approve), send: may(tx.actor, RequestActs.send), order: may(tx.actor, OrderActs.register) };
    const view = supplierView({
      site, today, requests, orders: orders.rows, orderCount: orders.total,
      invitations: await this.ledger.invitations(tx, id), may: allowed, problems });
    return new Page('suppliers/show', view, { title: `${site.makerName} ${site.factoryName}` });
  }

  async change(tx: TenantTx, id: string): Promise<Page> {
    const site = await this.sites.byId(tx, id);
    return new Page('suppliers/form', siteFormView({ ...site, sme: site.sme ? 'yes' : 'no' }, [], site), { title: 'portal_suppliers.change' });
  }

  /** What was typed, beside what somebody else wrote meanwhile; sending it again is then an edit of that. */
  async changeAgain(tx: TenantTx, id: string, typed: { readonly version?: string }, problems: readonly Problem[]): Promise<Page> {
    const now = await this.sites.byId(tx, id);
    const stale = String(now.version) !== typed.version;
    return new Page('suppliers/form', siteFormView(typed, problems, { id, version: now.version, ...(stale && { now }) }), { title: 'portal_suppliers.change' });
  }
}
