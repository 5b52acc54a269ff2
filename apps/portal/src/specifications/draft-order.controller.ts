import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ArrangeItems, SpecificationActs } from '@libs/specification';
import type { DraftList, ItemRank } from '@libs/specification';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { draftPath } from './draft-head.view.js';
import type { OpenDraft } from './draft-head.view.js';
import { DraftPages } from './draft-pages.js';
import { OrderForm } from './forms.js';
import { orderView } from './order.view.js';

const listOf = (asked: unknown): DraftList => asked === 'checklist' ? 'checklist' : 'requirements';

/** The order in which a supplier is asked. */
@Controller('specifications/drafts/:id')
export class DraftOrderController {
  constructor(private readonly db: TenantDb, private readonly pages: DraftPages, private readonly arrange: ArrangeItems) {}

  @Get('order')
  @May(SpecificationActs.change)
  form(@Param('id', IdPipe) id: string, @Query('list') list: unknown, @CurrentActor() actor: Actor): Promise<Page | SeeOther> {
    return this.pages.edit(actor, id, listOf(list) === 'checklist' ? 'checklist' : 'details', (open) => ({ template: 'order', view: orderView(open, listOf(list)) }));
  }

  @Post('order')
  @May(SpecificationActs.change)
  async save(@Param('id', IdPipe) id: string, @Query('list') asked: unknown, @Body() form: OrderForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<SeeOther> {
    const list = listOf(asked);
    const open = await this.db.run(actor, (tx) => this.pages.open(tx, id));
    await this.arrange.execute(actor, id, list, form.reset ? ownOrder(open, list) : typedOrder(open, list, form));
    leaveNotice(request, 'common.notice.saved');
    return new SeeOther(`${draftPath(id)}/order?list=${list}`);
  }
}

/** Catalogue by catalogue in the order they were first chosen, each in its own order. */
function ownOrder({ specification: { draft }, editions }: OpenDraft, list: DraftList): ItemRank[] {
  return editions.flatMap(({ id, document }, at) => {
    const codes = (list === 'requirements' ? document.requirements : document.checklist ?? []).map(({ code }) => code);
    return draft[list].filter(({ editionId }) => editionId === id).map(({ code }) => ({ editionId: id, code, rank: at * 100_000 + codes.indexOf(code) }));
  });
}

/** A number that is none leaves the item where it is. */
function typedOrder({ specification: { draft }, reading }: OpenDraft, list: DraftList, { key, rank }: OrderForm): ItemRank[] {
  return draft[list].flatMap(({ editionId, code }, index): ItemRank[] => {
    const typed = rank[key.indexOf(reading[list][index]!.key)] ?? '';
    return /^-?\d{1,6}$/.test(typed.normalize('NFKC').trim()) ? [{ editionId, code, rank: Number(typed.normalize('NFKC').trim()) }] : [];
  });
}
