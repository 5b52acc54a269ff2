import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { CertificateActs, Certificates } from '@libs/certificate';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { asDownload } from '../web/download.js';
import type { Page, TableFile } from '../web/page.js';
import { CertificatePages } from './certificate-pages.js';

@Controller('certificates')
export class CertificatesController {
  constructor(private readonly db: TenantDb, private readonly certificates: Certificates, private readonly pages: CertificatePages) {}

  @Get()
  @May(CertificateActs.read)
  list(@Query() query: Record<string, unknown>, @CurrentActor() actor: Actor): Promise<Page | TableFile> {
    return this.db.run(actor, (tx) => this.pages.list(tx, query));
  }

  @Get(':id')
  @May(CertificateActs.read)
  show(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.show(tx, id));
  }

  /** The signed file, streamed as it lies in storage: the original. */
  @Get(':id/pdf')
  @May(CertificateActs.read)
  async pdf(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    const { fileName, byteSize, content } = await this.db.run(actor, (tx) => this.certificates.open(tx, id));
    return new StreamableFile(content, { type: 'application/pdf', length: byteSize, disposition: asDownload(fileName) });
  }

  /** The statement's content; the bytes that were sealed are attached to the PDF. */
  @Get(':id/json')
  @May(CertificateActs.read)
  @Header('content-type', 'application/json; charset=utf-8')
  async json(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<string> {
    const { statement } = await this.db.run(actor, (tx) => this.certificates.byId(tx, id));
    return JSON.stringify(statement, null, 2);
  }
}
