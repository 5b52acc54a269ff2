import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { notFound } from '@platform/errors';
import { Storage } from '@platform/storage';
import type { OrganizationId, TenantTx } from '@platform/tenancy';

export interface OpenedSpecification { readonly fileName: string; /** Bytes. */ readonly byteSize: number; readonly content: Readable }

/** The printed file of an edition, once the worker has made it. */
@Injectable()
export class SpecificationFiles {
  constructor(private readonly storage: Storage) {}

  /** Null while it is being prepared. */
  async of(tx: TenantTx, editionId: string): Promise<{ readonly byteSize: number; readonly storedAt: Date } | null> {
    const [row] = await tx.query<{ byteSize: number; storedAt: Date }>(
      'select byte_size::int as "byteSize", stored_at as "storedAt" from app.specification_file where edition_id = $1', [editionId]);
    return row ?? null;
  }

  /** @throws not_found while there is none, and for an edition this organisation cannot see. */
  async open(tx: TenantTx, editionId: string): Promise<OpenedSpecification> {
    const [row] = await tx.query<{ organizationId: OrganizationId; sha256: string; byteSize: number; number: string; edition: number }>(
      `select f.organization_id as "organizationId", f.sha256, f.byte_size::int as "byteSize", e.document ->> 'number' as number, e.edition
       from app.specification_file f join app.specification_edition e on e.id = f.edition_id where f.edition_id = $1`, [editionId]);
    if (!row) throw notFound('file');
    const { organizationId, sha256, byteSize, number, edition } = row;
    return { fileName: `要求仕様書_${number}_${edition}.pdf`, byteSize, content: await this.storage.open(organizationId, sha256) };
  }
}
