import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { EvidenceActs, EvidenceFiles } from '@libs/evidence';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { asDownload } from '../web/download.js';

@Controller('evidence')
export class EvidenceController {
  constructor(private readonly db: TenantDb, private readonly evidence: EvidenceFiles) {}

  /** Always a download and never shown in our origin, whatever the file is. */
  @Get(':id')
  @May(EvidenceActs.read)
  async file(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    const { file, content } = await this.db.run(actor, (tx) => this.evidence.open(tx, id));
    return new StreamableFile(content, { type: file.mediaType, length: file.byteSize, disposition: asDownload(file.fileName) });
  }
}
