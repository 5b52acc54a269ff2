import { Injectable } from '@nestjs/common';
import { UploadEvidence } from '@libs/evidence';
import type { EvidenceFile } from '@libs/evidence';
import type { Actor } from '@platform/tenancy';
import type { UploadedFile } from '../web/uploads.js';

/** The files of a form as evidence of the organisation, one after the other. */
@Injectable()
export class EvidenceUploads {
  constructor(private readonly upload: UploadEvidence) {}

  /** @throws what `UploadEvidence` refuses. */
  async keep(actor: Actor, files: readonly UploadedFile[]): Promise<EvidenceFile[]> {
    const kept: EvidenceFile[] = [];
    for (const file of files) kept.push(await this.upload.execute(actor, { content: file.open(), fileName: file.fileName }));
    return kept;
  }
}
