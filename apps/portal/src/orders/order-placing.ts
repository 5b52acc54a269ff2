import { Injectable } from '@nestjs/common';
import { BusinessDay, OrderLedger } from '@libs/insight';
import { OrderLines, PinnableAgreements, PlaceOrder } from '@libs/order';
import { DomainError } from '@platform/errors';
import { TenantDb, isId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { Page } from '../web/page.js';
import { problemsOf } from '../web/problems.js';
import type { PlacingForm } from './forms.js';
import { placingLine, placingResult } from './placing.view.js';
import type { PlacedLine, PlacingLine } from './placing.view.js';
import { versionOf } from './typed-order.js';

/** Lines that are placed at once. */
export const MOST = 200;

/** One or several drafts become orders: looked at once more, then each by itself, so that one refusal does not hold the others. */
@Injectable()
export class OrderPlacing {
  constructor(
    private readonly db: TenantDb, private readonly lines: OrderLines, private readonly ledger: OrderLedger, private readonly agreements: PinnableAgreements,
    private readonly place: PlaceOrder, private readonly day: BusinessDay,
  ) {}

  /** What was chosen and is still a draft of one's own; `all` of them, as many as are placed at once. */
  async check(tx: TenantTx, chosen: unknown, all = false): Promise<Page> {
    const ids = all ? null : [chosen].flat().filter(isId).slice(0, MOST);
    const { rows } = await this.ledger.page(tx, {
      side: 'buyer', today: await this.day.today(tx), ids, state: 'draft', pattern: null, siteId: null, secure: null, late: null, sort: 'po', descending: false, limit: MOST, offset: 0 });
    const lines: PlacingLine[] = [];
    for (const row of rows) lines.push(placingLine(await this.lines.byId(tx, row.id), row, await this.agreements.ofSite(tx, row.supplierSiteId)));
    return new Page('orders/placing', { lines, count: lines.length }, { title: 'portal_orders.placing' });
  }

  /** Every line that was sent stands in the answer, with what became of it. */
  async execute(actor: Actor, { line, agreement, version }: PlacingForm): Promise<Page> {
    const lines: PlacedLine[] = [];
    for (const [index, id] of line.entries()) lines.push(await this.one(actor, id, agreement[index] ?? '', versionOf(version[index])));
    const result = placingResult(lines);
    return new Page('orders/placed', result, { title: 'portal_orders.placing', status: result.placed === 0 ? 422 : 200 });
  }

  private async one(actor: Actor, id: string, agreement: string, version: number | undefined): Promise<PlacedLine> {
    const named = isId(id) ? await this.db.run(actor, (tx) => this.nameOf(tx, id)) : null;
    if (!named) return { id: null, number: '–', item: '', status: { tone: 'stop', key: 'portal_orders.not_placed' }, reasons: problemsOf(new DomainError('not_found', 'order.not_there')).map(({ text }) => text), changeable: false };
    try {
      await this.place.execute(actor, { orderLineId: id, agreementId: agreement === '' ? null : agreement, ...(version !== undefined && { version }) });
      return { ...named, status: { tone: 'done', key: 'order.state.ordered' }, reasons: [], changeable: false };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const reasons = error.kind === 'not_found' ? problemsOf(new DomainError('not_found', 'order.agreement_not_there')) : problemsOf(error);
      return { ...named, status: { tone: 'stop', key: 'portal_orders.not_placed' }, reasons: reasons.map(({ text }) => text), changeable: error.code === 'order.placing_incomplete' };
    }
  }

  private async nameOf(tx: TenantTx, id: string): Promise<Pick<PlacedLine, 'id' | 'number' | 'item'> | null> {
    const found = await this.lines.byId(tx, id).catch((error: unknown) => {
      if (error instanceof DomainError && error.kind === 'not_found') return null;
      throw error;
    });
    // a supplier reads the line too, and must not be told that it ordered from itself
    return found?.buyerOrganizationId === tx.organizationId ? { id: found.id, number: `${found.poNumber}-${found.lineNo}`, item: found.itemName } : null;
  }
}
