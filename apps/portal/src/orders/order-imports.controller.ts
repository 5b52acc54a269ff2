import { Controller, Get, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { CommitOrderImport, OrderActs, PreviewOrderImport } from '@libs/order';
import { CurrentActor, IdPipe, May } from '@platform/http';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import type { TableFile } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { Files } from '../web/uploads.js';
import type { UploadedFile } from '../web/uploads.js';
import { oneFile } from '../suppliers/one-file.js';
import { OrderImportPages } from './order-import-pages.js';

/** 調達台帳 from Excel or CSV: upload, look at what will change, take over. */
@Controller('orders/import')
export class OrderImportsController {
  constructor(private readonly pages: OrderImportPages, private readonly preview: PreviewOrderImport, private readonly commit: CommitOrderImport) {}

  @Get()
  @May(OrderActs.register)
  upload(): Page {
    return this.pages.upload();
  }

  @Get('template')
  @May(OrderActs.register)
  template(@Query('format') format: unknown, @Req() request: PortalRequest): Promise<StreamableFile | TableFile> {
    return this.pages.template(request, format);
  }

  @Post()
  @May(OrderActs.register)
  read(@Files('file') files: readonly UploadedFile[], @CurrentActor() actor: Actor): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      const id = await this.preview.execute(actor, oneFile(files));
      return new SeeOther(`/orders/import/${id}`);
    }, (problems) => this.pages.upload(problems));
  }

  @Get(':previewId')
  @May(OrderActs.register)
  show(@Param('previewId', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.pages.show(actor, id);
  }

  @Get(':previewId/refused')
  @May(OrderActs.register)
  refused(@Param('previewId', IdPipe) id: string, @Query('format') format: unknown, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<TableFile> {
    return this.pages.refused(actor, request, id, format);
  }

  @Post(':previewId')
  @May(OrderActs.register)
  take(@Param('previewId', IdPipe) id: string, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await this.commit.execute(actor, id);
      leaveNotice(request, 'portal_imports.committed');
      return new SeeOther(`/orders/import/${id}`);
    }, (problems) => this.pages.show(actor, id, problems));
  }
}
