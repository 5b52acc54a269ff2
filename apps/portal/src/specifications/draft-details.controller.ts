import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ChangeItems, SpecificationActs, partDigest } from '@libs/specification';
import type { ItemChange } from '@libs/specification';
import { notFound } from '@platform/errors';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { conditionOf, levelOf, necessityOf } from './choices.view.js';
import { detailsView, wasOf } from './details.view.js';
import type { DetailTyped } from './details.view.js';
import { draftPath, itemPath } from './draft-head.view.js';
import { draftItemView, itemTyped, openItem } from './draft-item.view.js';
import type { OpenItem } from './draft-item.view.js';
import { DraftPages } from './draft-pages.js';
import { DetailsForm, ItemForm, typedOf } from './forms.js';

/** Each requirement's necessity, condition, level, criterion, method, evidence and reason: many at once in a table, one in full. */
@Controller('specifications/drafts/:id')
export class DraftDetailsController {
  constructor(private readonly db: TenantDb, private readonly pages: DraftPages, private readonly change: ChangeItems) {}

  @Get('details')
  @May(SpecificationActs.change)
  table(@Param('id', IdPipe) id: string, @Query('only') only: unknown, @CurrentActor() actor: Actor): Promise<Page | SeeOther> {
    return this.pages.edit(actor, id, 'details', (open) => ({ template: 'details', view: detailsView(open, partDigest, { only: only === 'inherited' }) }));
  }

  @Post('details')
  @May(SpecificationActs.change)
  saveTable(@Param('id', IdPipe) id: string, @Body() form: DetailsForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    const typed = typedRows(form);
    return orRedraw(async () => {
      await this.change.execute(actor, id, 'requirements', await this.changes(actor, id, typed));
      leaveNotice(request, 'common.notice.saved');
      return new SeeOther(`${draftPath(id)}/${form.then === 'next' ? 'checklist' : 'details'}`);
    }, (problems) => this.pages.show(actor, id, 'details', (open) => {
      const links = problems.map(({ text }) => ({ text, href: '#details' }));
      return { template: 'details', view: detailsView(open, partDigest, { typed, problems: links }) };
    }));
  }

  @Get('items/:key')
  @May(SpecificationActs.change)
  item(@Param('id', IdPipe) id: string, @Param('key') key: string, @CurrentActor() actor: Actor): Promise<Page | SeeOther> {
    return this.pages.edit(actor, id, 'details', (open) => {
      const found = openItem(open, key) ?? missing();
      return { template: 'item', view: draftItemView(open, found, partDigest(found.choice)) };
    });
  }

  @Post('items/:key')
  @May(SpecificationActs.change)
  async saveItem(@Param('id', IdPipe) id: string, @Param('key') key: string, @Body() form: ItemForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    const typed = { seen: '', ...typedOf(form) };
    const { choice: { editionId, code }, next } = await this.found(actor, id, key);
    return orRedraw(async () => {
      await this.change.execute(actor, id, 'requirements', [{ editionId, code, seen: typed.seen, values: itemTyped(typed) }]);
      leaveNotice(request, 'common.notice.saved');
      return new SeeOther(form.then === 'next' && next ? itemPath(id, next) : itemPath(id, key));
    }, (problems) => this.pages.show(actor, id, 'details', (open) => {
      const found = openItem(open, key) ?? missing();
      return { template: 'item', view: draftItemView(open, found, partDigest(found.choice), typed, problems) };
    }));
  }

  private found(actor: Actor, id: string, key: string): Promise<OpenItem & { readonly next: string | null }> {
    return this.db.run(actor, async (tx) => {
      const open = await this.pages.open(tx, id);
      const found = openItem(open, key) ?? missing();
      return { ...found, next: open.reading.requirements[found.index + 1]?.key ?? null };
    });
  }

  /** Rows that were touched: the others are not sent, so that what a colleague saved meanwhile is nobody's conflict. */
  private changes(actor: Actor, id: string, typed: ReadonlyMap<string, DetailTyped>): Promise<ItemChange[]> {
    return this.db.run(actor, async (tx) => {
      const open = await this.pages.open(tx, id);
      return [...typed].filter(([, row]) => wasOf(row) !== row.was).flatMap(([key, row]): ItemChange[] => {
        const found = openItem(open, key);
        const values = { necessity: necessityOf(row.necessity), condition: conditionOf(row.condition), requiredLevel: levelOf(row.requiredLevel) };
        return found ? [{ editionId: found.choice.editionId, code: found.choice.code, seen: row.seen, values }] : [];
      });
    });
  }
}

function missing(): never {
  throw notFound('requirement');
}

function typedRows({ key, seen, was, necessity, condition, requiredLevel }: DetailsForm): ReadonlyMap<string, DetailTyped> {
  return new Map(key.map((one, index) => [one, { seen: seen[index] ?? '', was: was[index] ?? '', necessity: necessity[index] ?? '', condition: condition[index] ?? '', requiredLevel: requiredLevel[index] ?? '' }]));
}
