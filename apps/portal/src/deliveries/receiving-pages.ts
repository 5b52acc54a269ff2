import { Injectable } from '@nestjs/common';
import { Deliveries } from '@libs/delivery';
import { EvidenceFiles } from '@libs/evidence';
import { BusinessDay, LotList } from '@libs/insight';
import { OrderLines } from '@libs/order';
import { Organizations } from '@libs/organization';
import { SupplierSites } from '@libs/supplier';
import { notFound } from '@platform-pure/errors';
import { isId } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { likePattern, listQuery } from '../web/list-query.rules.js';
import { Page } from '../web/page.js';
import type { Problem } from '../web/problems.js';
import type { AnnounceForm, ReceiveForm } from './forms.js';
import { announceView, openOrdersTable, receiveView } from './receiving.view.js';
import type { LineInput } from './receiving.view.js';
import type { TypedLot } from './typed.rules.js';

/** What a page about receiving or announcing looks up. */
@Injectable()
export class OrdersOfLots {
  constructor(private readonly lines: OrderLines, private readonly sites: SupplierSites, private readonly organizations: Organizations, private readonly deliveries: Deliveries) {}

  /** @throws not_found for anything but an own order, and for an announcement that is not of this order. */
  async toReceive(tx: TenantTx, orderLineId: string, announcementId: string | null, typed: TypedLot | null): Promise<LineInput> {
    const line = await this.lines.byId(tx, known(orderLineId));
    if (line.buyerOrganizationId !== tx.organizationId) throw notFound('order_line');
    const announcement = announcementId ? await this.deliveries.announcement(tx, known(announcementId)) : null;
    if (announcement && announcement.orderLineId !== line.id) throw notFound('delivery_announcement');
    const { makerName, factoryName } = await this.sites.byId(tx, line.supplierSiteId);
    return { line, announcement, typed, supplier: `${makerName} ${factoryName}` };
  }

  /** The orders of announcements, for an address that names nothing else. */
  async ofAnnouncements(tx: TenantTx, ids: readonly string[]): Promise<string[]> {
    const orders: string[] = [];
    for (const id of ids) orders.push((await this.deliveries.announcement(tx, known(id))).orderLineId);
    return orders;
  }

  /** @throws not_found for one's own order: goods are announced by the one who sends them. */
  async toAnnounce(tx: TenantTx, orderLineId: string) {
    const line = await this.lines.byId(tx, known(orderLineId));
    if (line.buyerOrganizationId === tx.organizationId) throw notFound('order_line');
    const buyer = await this.organizations.named(tx, line.buyerOrganizationId);
    return { line, buyer: { ja: buyer?.name ?? '', en: buyer?.nameEn ?? buyer?.name ?? '' } };
  }
}

/** An address that was cut off names nothing. */
function known(id: string): string {
  if (!isId(id)) throw notFound('order_line');
  return id;
}

@Injectable()
export class ReceivingPages {
  constructor(private readonly orders: OrdersOfLots, private readonly lots: LotList, private readonly evidence: EvidenceFiles, private readonly day: BusinessDay) {}

  /** Without an order: find it. A paper 納品書 says a number or at least who sent it. */
  async find(tx: TenantTx, purpose: 'receive' | 'announce', asked: Readonly<Record<string, unknown>>): Promise<Page> {
    const { search } = listQuery(asked, {});
    const orders = await this.lots.openOrders(tx, purpose === 'receive' ? 'buyer' : 'supplier', search ? likePattern(search) : null);
    return new Page(`deliveries/find-${purpose}`, { search, table: openOrdersTable(orders, purpose) }, { title: `portal_deliveries.find_${purpose}` });
  }

  async receive(tx: TenantTx, form: Pick<ReceiveForm, 'order' | 'announcement'> & Partial<ReceiveForm>, problems: readonly Problem[] | null = null): Promise<Page> {
    const lines: LineInput[] = [];
    const orders = form.order.length > 0 ? form.order : await this.orders.ofAnnouncements(tx, form.announcement);
    for (const [index, order] of orders.entries()) lines.push(await this.orders.toReceive(tx, order, form.announcement[index] || null, problems && typedLine(form, index)));
    const today = await this.day.today(tx);
    const typed = { noteNumber: form.noteNumber ?? lines[0]?.announcement?.noteNumber ?? '', receivedOn: form.receivedOn ?? today };
    const kept = await this.evidence.byIds(tx, (form.evidence ?? []).filter(isId));
    return new Page('deliveries/receive', receiveView({ lines, today, typed, kept, problems: problems ?? [] }), { title: 'portal_deliveries.receive' });
  }

  async announce(tx: TenantTx, order: string, form: AnnounceForm | null = null, problems: readonly Problem[] = []): Promise<Page> {
    const { line, buyer } = await this.orders.toAnnounce(tx, order);
    return new Page('deliveries/announce', announceView(line, buyer, form, problems), { title: 'portal_deliveries.announce' });
  }
}

export const typedLine = (form: Partial<ReceiveForm>, index: number): TypedLot =>
  ({ quantity: form.quantity?.[index] ?? '', total: form.total?.[index] ?? '', serials: form.serials?.[index] ?? '', versions: form.versions?.[index] ?? '' });
