import { Body, Controller, Get, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { CommitSupplierImport, PreviewSupplierImport, SupplierActs, isSupplierKind } from '@libs/supplier';
import { CurrentActor, IdPipe, May } from '@platform/http';
import type { Actor } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import type { TableFile } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { Files } from '../web/uploads.js';
import type { UploadedFile } from '../web/uploads.js';
import { SupplierImportForm } from './forms.js';
import { oneFile } from './one-file.js';
import { SupplierImportPages } from './supplier-import-pages.js';

/** サプライヤ台帳 from Excel or CSV: upload, look at what will change, take over. */
@Controller('suppliers/import')
export class SupplierImportsController {
  constructor(private readonly pages: SupplierImportPages, private readonly preview: PreviewSupplierImport, private readonly commit: CommitSupplierImport) {}

  @Get()
  @May(SupplierActs.register)
  upload(): Page {
    return this.pages.upload({ kind: 'equipment' });
  }

  @Get('template')
  @May(SupplierActs.register)
  template(@Query('format') format: unknown, @Req() request: PortalRequest): Promise<StreamableFile | TableFile> {
    return this.pages.template(request, format);
  }

  @Post()
  @May(SupplierActs.register)
  read(@Files('file') files: readonly UploadedFile[], @Body() form: SupplierImportForm, @CurrentActor() actor: Actor): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      const id = await this.preview.execute(actor, oneFile(files), isSupplierKind(form.kind) ? form.kind : 'equipment');
      return new SeeOther(`/suppliers/import/${id}`);
    }, (problems) => this.pages.upload(form, problems));
  }

  @Get(':previewId')
  @May(SupplierActs.register)
  show(@Param('previewId', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.pages.show(actor, id);
  }

  @Get(':previewId/refused')
  @May(SupplierActs.register)
  refused(@Param('previewId', IdPipe) id: string, @Query('format') format: unknown, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<TableFile> {
    return this.pages.refused(actor, request, id, format);
  }

  @Post(':previewId')
  @May(SupplierActs.register)
  take(@Param('previewId', IdPipe) id: string, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await this.commit.execute(actor, id);
      leaveNotice(request, 'portal_imports.committed');
      return new SeeOther(`/suppliers/import/${id}`);
    }, (problems) => this.pages.show(actor, id, problems));
  }
}
