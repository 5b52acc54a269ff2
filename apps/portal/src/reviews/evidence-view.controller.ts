import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import { EvidenceActs, EvidenceFiles } from '@libs/evidence';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { asDownload } from '../web/download.js';
import type { PortalReply } from '../web/http.js';
import { fileOfAStranger } from './file-headers.js';
import { lookAt } from './review-item.view.js';

/** A file looked at in its place. Pictures, PDF and plain text only, by what was found in the file when it came; everything else is a download. */
@Controller('evidence')
export class EvidenceViewController {
  constructor(private readonly db: TenantDb, private readonly evidence: EvidenceFiles) {}

  @Get(':id/view')
  @May(EvidenceActs.read)
  async file(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: PortalReply): Promise<StreamableFile> {
    const { file, content } = await this.db.run(actor, (tx) => this.evidence.open(tx, id));
    const shown = lookAt(file.mediaType) !== 'download';
    fileOfAStranger(reply, file.mediaType);
    const type = file.mediaType.startsWith('text/plain') ? 'text/plain; charset=utf-8' : file.mediaType;
    return new StreamableFile(content, { type, length: file.byteSize, disposition: shown ? asDownload(file.fileName).replace('attachment', 'inline') : asDownload(file.fileName) });
  }
}
