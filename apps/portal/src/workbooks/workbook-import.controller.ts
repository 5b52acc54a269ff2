import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ImportWorkbook, PreviewWorkbook } from '@libs/response';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { invalid } from '@platform-pure/errors';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { WorkbookReader } from '@platform/workbook';
import { ResponseActs } from '@pure/response';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { Files } from '../web/uploads.js';
import type { UploadedFile } from '../web/uploads.js';
import { choicesIn } from './choices.rules.js';
import { WorkbookPages } from './workbook-pages.js';

@Controller('questionnaires/:requestId/workbook/import')
export class WorkbookImportController {
  constructor(
    private readonly db: TenantDb, private readonly pages: WorkbookPages, private readonly reader: WorkbookReader,
    private readonly preview: PreviewWorkbook, private readonly save: ImportWorkbook,
  ) {}

  @Get()
  @May(ResponseActs.import)
  ask(@Param('requestId', IdPipe) requestId: string, @CurrentActor() actor: Actor): Promise<Page | SeeOther> {
    return this.db.run(actor, (tx) => this.pages.upload(tx, requestId));
  }

  /** Looked up before the file is read: nobody makes us read a file for a request that is not his. */
  @Post()
  @May(ResponseActs.import)
  async read(@Param('requestId', IdPipe) requestId: string, @Files('workbook') files: readonly UploadedFile[], @CurrentActor() actor: Actor): Promise<Page | SeeOther> {
    const page = await this.ask(requestId, actor);
    if (page instanceof SeeOther) return page;
    return orRedraw(async () => {
      const [file, ...others] = files;
      if (!file || others.length > 0) throw invalid(file ? 'workbook.one_file' : 'workbook.file_missing');
      const sheets = await this.reader.read(file);
      const previewId = await this.preview.execute(actor, { requestId, fileName: file.fileName.slice(0, 200), sheets });
      return new SeeOther(`/questionnaires/${requestId}/workbook/import/${previewId}`);
    }, (problems) => this.db.run(actor, (tx) => this.pages.upload(tx, requestId, problems) as Promise<Page>));
  }

  @Get(':previewId')
  @May(ResponseActs.import)
  show(@Param('requestId', IdPipe) requestId: string, @Param('previewId', IdPipe) previewId: string, @CurrentActor() actor: Actor): Promise<Page | SeeOther> {
    return this.db.run(actor, (tx) => this.pages.preview(tx, requestId, previewId));
  }

  /** What is still open after it (undecided, or changed by somebody meanwhile) is shown as a new preview; otherwise what was saved. */
  @Post(':previewId')
  @May(ResponseActs.import)
  commit(@Param('requestId', IdPipe) requestId: string, @Param('previewId', IdPipe) previewId: string, @Body() form: Record<string, unknown>, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      const { open } = await this.save.execute(actor, { requestId, previewId, choices: choicesIn(form) });
      leaveNotice(request, open ? 'portal_workbooks.notice.partly' : 'portal_workbooks.notice.saved');
      return new SeeOther(`/questionnaires/${requestId}/workbook/import/${open ?? previewId}`);
    }, (problems) => this.db.run(actor, (tx) => this.pages.preview(tx, requestId, previewId, problems) as Promise<Page>));
  }
}
