import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@platform/tenancy';
import type { EvidenceFile } from './evidence-files.queries.js';

@Injectable()
export class EvidenceRepository {
  async add(tx: TenantTx, file: EvidenceFile): Promise<void> {
    await tx.query(
      `insert into app.evidence (id, organization_id, file_name, media_type, byte_size, sha256, disclosure_class, description,
         uploaded_by_member_id, uploaded_by_name, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [file.id, file.organizationId, file.fileName, file.mediaType, file.byteSize, file.sha256, file.disclosureClass, file.description,
        tx.actor.memberId, file.uploadedByName, file.uploadedAt]);
  }
}
