import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ChangeBasics, ReviseSpecification, SpecificationActs, partDigest } from '@libs/specification';
import { basicsOf } from '@pure/specification';
import { CurrentActor, IdPipe, May } from '@platform/http';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { basicsTyped, basicsView } from './basics.view.js';
import { draftPath } from './draft-head.view.js';
import type { OpenDraft } from './draft-head.view.js';
import { overviewView } from './draft-overview.view.js';
import { DraftPages } from './draft-pages.js';
import { BasicsForm, VersionForm, typedOf, versionOf } from './forms.js';
import { previewView } from './preview.view.js';

/** The desk of one draft: where it stands, its front page, what the supplier will see. */
@Controller('specifications/drafts/:id')
export class DraftsController {
  constructor(private readonly pages: DraftPages, private readonly changeBasics: ChangeBasics, private readonly revise: ReviseSpecification) {}

  @Get()
  @May(SpecificationActs.read)
  overview(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.pages.show(actor, id, 'overview', (open) => ({ template: 'overview', view: overviewView(open, actor) }));
  }

  @Get('basics')
  @May(SpecificationActs.change)
  basics(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page | SeeOther> {
    return this.pages.edit(actor, id, 'basics', (open) => ({ template: 'basics', view: basicsView(open, digestOf(open)) }));
  }

  @Post('basics')
  @May(SpecificationActs.change)
  saveBasics(@Param('id', IdPipe) id: string, @Body() form: BasicsForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    const typed = { seen: '', ...typedOf(form) };
    return orRedraw(async () => {
      await this.changeBasics.execute(actor, id, typed.seen, basicsTyped(typed));
      leaveNotice(request, 'common.notice.saved');
      return new SeeOther(draftPath(id));
    }, (problems) => this.pages.show(actor, id, 'basics', (open) => ({ template: 'basics', view: basicsView(open, digestOf(open), typed, problems) })));
  }

  @Get('preview')
  @May(SpecificationActs.read)
  preview(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.pages.show(actor, id, 'preview', (open) => ({ template: 'preview', view: previewView(open) }));
  }

  /** 改訂: the approved specification becomes a draft of its next edition. */
  @Post('revision')
  @May(SpecificationActs.revise)
  async openRevision(@Param('id', IdPipe) id: string, @Body() form: VersionForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<SeeOther> {
    await this.revise.execute(actor, id, versionOf(form));
    leaveNotice(request, 'portal_specifications.notice_revised');
    return new SeeOther(draftPath(id));
  }
}

const digestOf = (open: OpenDraft): string => partDigest(basicsOf(open.specification.draft));
