import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { PublishedEdition } from '@libs/catalog';
import { ChangeItems, ChooseItems, SpecificationActs, partDigest } from '@libs/specification';
import type { ItemChange } from '@libs/specification';
import { CurrentActor, IdPipe, May } from '@platform/http';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { conditionOf, necessityOf } from './choices.view.js';
import { wasOf } from './details.view.js';
import { DraftCatalogs } from './draft-catalogs.js';
import { draftChecklistView } from './draft-checklist.view.js';
import type { CheckTyped } from './draft-checklist.view.js';
import { draftPath } from './draft-head.view.js';
import { DraftPages } from './draft-pages.js';
import { ChecklistForm } from './forms.js';

const SCRIPTS = ['choose-sections'];

/** The acceptance checklist: which items, gate by gate, and how binding each is. */
@Controller('specifications/drafts/:id')
export class DraftChecklistController {
  constructor(private readonly pages: DraftPages, private readonly catalogs: DraftCatalogs, private readonly choose: ChooseItems, private readonly change: ChangeItems) {}

  @Get('checklist')
  @May(SpecificationActs.change)
  form(@Param('id', IdPipe) id: string, @Query('edition') edition: unknown, @CurrentActor() actor: Actor): Promise<Page | SeeOther> {
    return this.pages.edit(actor, id, 'checklist', async (open, tx) => {
      const { overview, chosen } = await this.catalogs.of(tx, open, 'checklist', edition);
      return { template: 'checklist', view: draftChecklistView(open, overview, chosen, partDigest), scripts: SCRIPTS };
    });
  }

  @Post('checklist')
  @May(SpecificationActs.change)
  async save(@Param('id', IdPipe) id: string, @Body() form: ChecklistForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    const edition = await this.catalogs.one(actor, form.editionId);
    return orRedraw(() => this.saved(actor, id, edition, form, request), (problems) => this.pages.show(actor, id, 'checklist', async (open, tx) => {
      const { overview } = await this.catalogs.of(tx, open, 'checklist', edition.id);
      const links = problems.map(({ text }) => ({ text, href: '#choose' }));
      return { template: 'checklist', view: draftChecklistView(open, overview, edition, partDigest, { ticked: form.code, rows: rowsOf(form) }, links), scripts: SCRIPTS };
    }));
  }

  /** First what is in it, then the values of what was touched: an item that was just ticked takes its values along. */
  private async saved(actor: Actor, id: string, edition: PublishedEdition, form: ChecklistForm, request: PortalRequest): Promise<SeeOther> {
    const wanted = wantedCodes(edition, form);
    const add = wanted.filter((code) => !form.before.includes(code));
    await this.choose.execute(actor, id, { list: 'checklist', editionId: edition.id, add, remove: form.before.filter((code) => !wanted.includes(code)) });
    const touched = [...rowsOf(form)].filter(([code, row]) => wanted.includes(code) && wasOf(row) !== row.was);
    const changes = touched.map(([code, { seen, necessity, condition }]): ItemChange => ({ editionId: edition.id, code, seen, values: { necessity: necessityOf(necessity), condition: conditionOf(condition) } }));
    if (changes.length > 0) await this.change.execute(actor, id, 'checklist', changes);
    leaveNotice(request, 'common.notice.saved');
    return new SeeOther(form.then === 'next' ? `${draftPath(id)}/preview` : `${draftPath(id)}/checklist?edition=${edition.id}`);
  }
}

function wantedCodes({ document: { checklist = [] } }: PublishedEdition, { code, all, none }: ChecklistForm): string[] {
  return checklist.filter((item) => (code.includes(item.code) || item.gate === all) && item.gate !== none).map((item) => item.code);
}

function rowsOf({ row, seen, was, necessity, condition }: ChecklistForm): ReadonlyMap<string, CheckTyped> {
  return new Map(row.map((code, index) => [code, { seen: seen[index] ?? '', was: was[index] ?? '', necessity: necessity[index] ?? '', condition: condition[index] ?? '' }]));
}
