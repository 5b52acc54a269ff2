import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@platform/tenancy';
import type { SpecificationEdition } from './specifications.queries.js';

@Injectable()
export class SpecificationFilesRepository {
  /** Once per edition: a second print, made by a job that was given out twice, is not filed. @returns whether it was. */
  async add(tx: TenantTx, edition: SpecificationEdition, file: { readonly sha256: string; readonly byteSize: number }, storedAt: Date): Promise<boolean> {
    const rows = await tx.query<{ id: string }>(
      `insert into app.specification_file (edition_id, organization_id, edition_sha256, sha256, byte_size, stored_at)
       values ($1, $2, $3, $4, $5, $6) on conflict (edition_id) do nothing returning edition_id as id`,
      [edition.id, tx.organizationId, edition.sha256, file.sha256, file.byteSize, storedAt]);
    return rows.length > 0;
  }
}
