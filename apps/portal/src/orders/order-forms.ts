import { Injectable } from '@nestjs/common';
import { BusinessDay } from '@libs/insight';
import { OrderLines, PinnableAgreements } from '@libs/order';
import { SupplierSites } from '@libs/supplier';
import { conflict } from '@platform/errors';
import { isId } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { Page } from '../web/page.js';
import type { Problem } from '../web/problems.js';
import { orderFormView, proposal } from './order-form.view.js';
import { typedOf } from './typed-order.js';

/** The form of an order line: new, of a draft, and again with what was wrong. */
@Injectable()
export class OrderForms {
  constructor(private readonly lines: OrderLines, private readonly sites: SupplierSites, private readonly agreements: PinnableAgreements, private readonly day: BusinessDay) {}

  /** `supplier` and `agreement` come from links; what is not one's own is no choice. */
  async blank(tx: TenantTx, supplier: unknown, agreement: unknown): Promise<Page> {
    const [sites, all] = [await this.sites.list(tx), await this.agreements.list(tx)];
    const named = all.find(({ id }) => id === agreement);
    const siteId = named?.supplierSiteId ?? (isId(supplier) && sites.some(({ id }) => id === supplier) ? supplier : '');
    const own = siteId === '' ? all : all.filter(({ supplierSiteId }) => supplierSiteId === siteId);
    const proposed = named ?? (siteId === '' ? null : own[0] ?? null);
    return new Page('orders/form', orderFormView({ typed: proposal(await this.day.today(tx), proposed, siteId), sites, agreements: own }), { title: 'portal_orders.new' });
  }

  async again(tx: TenantTx, typed: object, problems: readonly Problem[]): Promise<Page> {
    return new Page('orders/form', orderFormView({ typed, problems, sites: await this.sites.list(tx), agreements: await this.agreements.list(tx) }), { title: 'portal_orders.new' });
  }

  /** @throws `order.not_a_draft` */
  async change(tx: TenantTx, id: string): Promise<Page> {
    const line = await this.lines.byId(tx, id);
    if (line.state !== 'draft') throw conflict('order.not_a_draft', { po: line.poNumber });
    return new Page('orders/form', orderFormView({
      typed: typedOf(line), known: line, sites: await this.sites.list(tx), agreements: await this.agreements.list(tx) }), { title: 'portal_orders.change' });
  }

  /** What was typed, with the version that stands now: sending it again is then an edit of that. */
  async changeAgain(tx: TenantTx, id: string, typed: { readonly version?: string }, problems: readonly Problem[]): Promise<Page> {
    const line = await this.lines.byId(tx, id);
    const stale = String(line.version) !== typed.version;
    return new Page('orders/form', orderFormView({
      typed, problems, known: line, stale, sites: await this.sites.list(tx), agreements: await this.agreements.list(tx) }), { title: 'portal_orders.change' });
  }
}
