import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { PublishedEdition } from '@libs/catalog';
import { ChooseItems, SpecificationActs } from '@libs/specification';
import { CurrentActor, IdPipe, May } from '@platform/http';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { DraftCatalogs } from './draft-catalogs.js';
import { chooseView, chosenCodes } from './choose.view.js';
import { draftPath, itemPath } from './draft-head.view.js';
import { DraftPages } from './draft-pages.js';
import { AdditionForm, ChooseForm } from './forms.js';

const SCRIPTS = ['choose-sections'];

/** Requirements are ticked section by section; each saving changes only what was ticked or unticked. */
@Controller('specifications/drafts/:id')
export class DraftChoiceController {
  constructor(private readonly pages: DraftPages, private readonly catalogs: DraftCatalogs, private readonly choose: ChooseItems) {}

  @Get('requirements')
  @May(SpecificationActs.change)
  form(@Param('id', IdPipe) id: string, @Query('edition') edition: unknown, @CurrentActor() actor: Actor): Promise<Page | SeeOther> {
    return this.pages.edit(actor, id, 'requirements', async (open, tx) => {
      const { overview, chosen } = await this.catalogs.of(tx, open, 'requirements', edition);
      return { template: 'requirements', view: chooseView(open, overview, chosen), scripts: SCRIPTS };
    });
  }

  @Post('requirements')
  @May(SpecificationActs.change)
  async save(@Param('id', IdPipe) id: string, @Body() form: ChooseForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    const edition = await this.catalogs.one(actor, form.editionId);
    return orRedraw(async () => {
      await this.choose.execute(actor, id, { list: 'requirements', editionId: edition.id, ...changes(edition, form) });
      leaveNotice(request, 'common.notice.saved');
      return new SeeOther(form.then === 'next' ? `${draftPath(id)}/details` : `${draftPath(id)}/requirements?edition=${edition.id}${anchor(form)}`);
    }, (problems) => this.pages.show(actor, id, 'requirements', async (open, tx) => {
      const { overview } = await this.catalogs.of(tx, open, 'requirements', edition.id);
      return { template: 'requirements', view: chooseView(open, overview, edition, form.code, problems), scripts: SCRIPTS };
    }));
  }

  /** From a catalogue's page: one more item for a draft that is there. */
  @Post('additions')
  @May(SpecificationActs.change)
  async add(@Param('id', IdPipe) id: string, @Body() { editionId = '', code = '' }: AdditionForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<SeeOther> {
    const edition = await this.catalogs.one(actor, editionId);
    const list = edition.document.checklist?.some((one) => one.code === code) ? 'checklist' : 'requirements';
    await this.choose.execute(actor, id, { list, editionId: edition.id, add: [code], remove: [] });
    leaveNotice(request, 'portal_specifications.notice_added');
    return new SeeOther(list === 'checklist' ? `${draftPath(id)}/checklist` : itemPath(id, `${edition.key}:${code}`));
  }
}

function changes(edition: PublishedEdition, { before, code, all, none }: ChooseForm): { readonly add: readonly string[]; readonly remove: readonly string[] } {
  const wanted = chosenCodes(edition, code, all, none);
  return { add: wanted.filter((one) => !before.includes(one)), remove: before.filter((one) => !wanted.includes(one)) };
}

const anchor = ({ all, none }: ChooseForm): string => all || none ? `#g${(all || none)!.replace(/\D/g, '')}` : '';
