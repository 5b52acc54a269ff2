import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { CertificateActs, Certificates } from '@libs/certificate';
import { BusinessDay, CertificatesOverview, Threads } from '@libs/insight';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { certificateTable } from '../home/home.view.js';
import { asDownload } from '../web/download.js';
import { Page } from '../web/page.js';
import { anchorOf, certificateView } from './certificate.view.js';

@Controller('certificates')
export class CertificatesController {
  constructor(
    private readonly db: TenantDb, private readonly certificates: Certificates, private readonly overview: CertificatesOverview,
    private readonly threads: Threads, private readonly day: BusinessDay,
  ) {}

  @Get()
  @May(CertificateActs.read)
  list(@CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, async (tx) => {
      const table = certificateTable(await this.overview.list(tx, 500), 'portal.certificate.empty');
      return new Page('certificates/list', { table }, { title: 'portal.certificate.list' });
    });
  }

  @Get(':id')
  @May(CertificateActs.read)
  show(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, async (tx) => {
      const certificate = await this.certificates.byId(tx, id);
      const thread = await this.threads.of(tx, anchorOf(certificate.statement), 'certificate', await this.day.today(tx));
      return new Page('certificates/show', certificateView(certificate), { title: certificate.number, thread });
    });
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
