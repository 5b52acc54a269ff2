import { Injectable } from '@nestjs/common';
import { BusinessDay, OrderLedger, sidesOf } from '@libs/insight';
import type { OrderLedgerQuery } from '@libs/insight';
import { OrderActs } from '@libs/order';
import { SupplierSites } from '@libs/supplier';
import { isId, may } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { likePattern, listQuery, windowOf } from '../web/list-query.rules.js';
import type { ListQuery } from '../web/list-query.rules.js';
import { listView } from '../web/list.view.js';
import type { ListView } from '../web/list.view.js';
import { Page, TableFile } from '../web/page.js';
import { MOST } from './order-placing.js';
import { plainList } from './plain-list.js';
import { BUYER_SORTS, SIDES, STATES, SUPPLIER_SORTS, buyerTable, filtersOf, orderFile, supplierTable } from './order-list.view.js';
import type { Side } from './order-list.view.js';

type Asked = Readonly<Record<string, unknown>>;
type Rows = Awaited<ReturnType<OrderLedger['page']>>;

@Injectable()
export class OrderLists {
  constructor(private readonly ledger: OrderLedger, private readonly sites: SupplierSites, private readonly day: BusinessDay) {}

  async list(tx: TenantTx, asked: Asked): Promise<Page | TableFile> {
    const sides = sidesOf(tx.actor.roles);
    const both = sides.buyer && sides.supplier;
    const side: Side = (both && asked.side === 'supplier') || (sides.supplier && !sides.buyer) ? 'supplier' : 'buyer';
    const query = this.query(asked, side);
    const found = await this.ledger.page(tx, await this.question(tx, query, side));
    if (query.format) return new TableFile('orders', query.format, side === 'buyer' ? orderFile(found.rows) : supplierTable(found.rows, 'portal_orders.none_received'));
    return side === 'buyer' ? this.given(tx, query, found, both) : this.received(query, found, both);
  }

  /** `supplier` is no drop-down: thousands of factories do not fit one. It comes from a link of the factory's page, and is said above the list. */
  private query(asked: Asked, side: Side): ListQuery {
    const supplier = side === 'buyer' && isId(asked.supplier) ? [asked.supplier] : [];
    const sorts: readonly (string | null)[] = side === 'buyer' ? BUYER_SORTS : SUPPLIER_SORTS;
    return listQuery(asked, {
      filters: { side: SIDES, state: STATES, late: ['delivery', 'inspection'], secure: ['yes', 'no'], supplier }, sorts: sorts.filter((sort) => sort !== null) });
  }

  private async question(tx: TenantTx, query: ListQuery, side: Side): Promise<OrderLedgerQuery> {
    const { search, filters, sort, descending } = query;
    return {
      side, today: await this.day.today(tx), pattern: search === '' ? null : likePattern(search), state: filters.state ?? null, late: filters.late ?? null, siteId: filters.supplier ?? null,
      secure: filters.secure ? filters.secure === 'yes' : null, ids: null, sort, descending, ...windowOf(query),
    };
  }

  private async given(tx: TenantTx, query: ListQuery, { rows, total }: Rows, both: boolean): Promise<Page> {
    const { supplier } = query.filters;
    const site = supplier ? (await this.sites.list(tx)).find(({ id }) => id === supplier) : undefined;
    const place = may(tx.actor, OrderActs.place) && rows.some(({ state }) => state === 'draft');
    const list = this.drawn(query, buyerTable(rows, place, query.search === '' && Object.keys(query.filters).length === 0 ? 'portal_orders.none' : 'portal_orders.none_found'), total, 'buyer', both);
    const view = {
      list: place ? list : plainList(list), place, register: may(tx.actor, OrderActs.register), received: false,
      allDrafts: place && query.filters.state === 'draft' && query.search === '' && Object.keys(query.filters).length === 1 && total > rows.length ? Math.min(total, MOST) : null,
      drafts: place ? rows.filter(({ state }) => state === 'draft').map(({ id }) => id) : [],
      supplier: site ? { id: site.id, name: `${site.makerName} ${site.factoryName}` } : null,
    };
    return new Page('orders/list', view, { title: 'order.title' });
  }

  private received(query: ListQuery, { rows, total }: Rows, both: boolean): Page {
    const list = this.drawn(query, supplierTable(rows, 'portal_orders.none_received'), total, 'supplier', both);
    return new Page('orders/list', { list, place: false, drafts: [], allDrafts: null, register: false, received: true, supplier: null }, { title: 'portal_orders.received_title' });
  }

  private drawn(query: ListQuery, table: ReturnType<typeof buyerTable>, total: number, side: Side, both: boolean): ListView {
    return listView({
      path: '/orders', query, table, total, searchHint: side === 'buyer' ? 'portal_orders.search_hint' : 'portal_orders.search_hint_received', filters: [...(query.filters.supplier ? [{ name: 'supplier', label: 'order.field.supplier', choices: [{ value: query.filters.supplier, label: 'portal_orders.this_supplier' }] }] : []), ...filtersOf(side, both)],
      sorts: side === 'buyer' ? BUYER_SORTS : SUPPLIER_SORTS });
  }
}
