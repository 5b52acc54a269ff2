import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { ResponseActs } from '@pure/response';
import type { PortalReply, PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { AutoSave } from './auto-save.js';
import type { Saved } from './auto-save.js';
import { AnswerForm } from './forms.js';
import { SectionPages } from './section-pages.js';
import { SectionSaver } from './section-saver.js';

@Controller('questionnaires/:requestId')
export class SectionsController {
  constructor(private readonly db: TenantDb, private readonly pages: SectionPages, private readonly saver: SectionSaver, private readonly autoSave: AutoSave) {}

  @Get('sections/:section')
  @May(ResponseActs.read)
  show(@Param('requestId', IdPipe) requestId: string, @Param('section') section: string, @Query('show') shown: unknown, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.show(tx, request, { requestId, section, onlyMine: shown === 'mine' }));
  }

  /** Without scripts: everything typed on the page at once, then back to where the button was. */
  @Post('sections/:section')
  @May(ResponseActs.answer)
  async save(@Param('requestId', IdPipe) requestId: string, @Param('section') section: string, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    const body = request.body as Readonly<Record<string, unknown>>;
    const refused = await this.saver.save(actor, { requestId, section }, body);
    if (refused.size > 0) return this.db.run(actor, (tx) => this.pages.show(tx, request, { requestId, section }, refused));
    leaveNotice(request, 'response.saved');
    const at = /^q\d{1,4}$/.test(String(body.at)) ? `#${String(body.at)}` : '';
    return new SeeOther(`/questionnaires/${requestId}/sections/${Number(section)}${at}`);
  }

  @Post('answers/:key')
  @May(ResponseActs.answer)
  async answer(
    @Param('requestId', IdPipe) requestId: string, @Param('key') key: string, @Body() form: AnswerForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest,
    @Res({ passthrough: true }) reply: PortalReply,
  ): Promise<Saved['body']> {
    const { status, body } = await this.autoSave.save(actor, { requestId, key }, form, request);
    reply.status(status);
    return body;
  }
}
