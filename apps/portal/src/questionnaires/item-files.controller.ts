import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { ResponseActs } from '@pure/response';
import type { PortalRequest } from '../web/http.js';
import { listQuery } from '../web/list-query.rules.js';
import { Fragment, Page, SeeOther } from '../web/page.js';
import { Files } from '../web/uploads.js';
import type { UploadedFile } from '../web/uploads.js';
import { FileForm } from './forms.js';
import { chooseView } from './item-files.view.js';
import { ItemFiles } from './item-files.js';
import { ItemFilesAnswer } from './item-files-answer.js';

@Controller('questionnaires/:requestId/items/:key/files')
export class ItemFilesController {
  constructor(private readonly db: TenantDb, private readonly files: ItemFiles, private readonly answer: ItemFilesAnswer) {}

  @Get()
  @May(ResponseActs.attach)
  choose(@Param('requestId', IdPipe) requestId: string, @Param('key') key: string, @Query() asked: Record<string, unknown>, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, async (tx) => {
      const query = { ...listQuery(asked, {}), format: null };
      const view = chooseView(await this.files.item(tx, { requestId, key }), query, await this.files.ours(tx, query));
      return new Page('questionnaires/choose-files', view, { title: 'portal_questionnaires.choose.title' });
    });
  }

  @Post()
  @May(ResponseActs.attach)
  add(
    @Param('requestId', IdPipe) requestId: string, @Param('key') key: string, @Files('file') files: readonly UploadedFile[], @Body() form: FileForm,
    @CurrentActor() actor: Actor, @Req() request: PortalRequest,
  ): Promise<Page | SeeOther | Fragment> {
    const at = { requestId, key };
    return this.answer.after(actor, at, request, () => this.files.add(actor, at, files, form.evidenceId));
  }

  @Post('removal')
  @May(ResponseActs.detach)
  remove(@Param('requestId', IdPipe) requestId: string, @Param('key') key: string, @Body() form: FileForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther | Fragment> {
    const at = { requestId, key };
    return this.answer.after(actor, at, request, () => this.files.remove(actor, at, form.evidenceId[0] ?? ''));
  }
}
