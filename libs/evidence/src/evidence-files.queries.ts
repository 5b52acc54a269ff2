import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { notFound } from '@platform/errors';
import { Storage } from '@platform/storage';
import type { OrganizationId, TenantTx } from '@platform/tenancy';
import type { DisclosureClass, EvidenceId } from './evidence.rules.js';

export interface EvidenceFile {
  readonly id: EvidenceId;
  readonly organizationId: OrganizationId;
  readonly fileName: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly byteSize: number;
  readonly sha256: string;
  readonly disclosureClass: DisclosureClass;
  readonly description: string | null;
  readonly uploadedByName: string;
  readonly uploadedAt: Date;
}

const COLUMNS = `id, organization_id as "organizationId", file_name as "fileName", media_type as "mediaType", byte_size as "byteSize", sha256,
  disclosure_class as "disclosureClass", description, uploaded_by_name as "uploadedByName", uploaded_at as "uploadedAt"`;

/** Files this organisation owns or was granted. */
@Injectable()
export class EvidenceFiles {
  constructor(private readonly storage: Storage) {}

  /** In the order asked; ids that are not visible are left out. */
  async byIds(tx: TenantTx, ids: readonly string[]): Promise<EvidenceFile[]> {
    if (ids.length === 0) return [];
    return tx.query<EvidenceFile>(`select ${COLUMNS} from app.evidence where id = any($1::uuid[]) order by array_position($1::uuid[], id)`, [ids]);
  }

  /** @throws notFound for a stranger's file as for none. */
  async byId(tx: TenantTx, id: string): Promise<EvidenceFile> {
    const [file] = await this.byIds(tx, [id]);
    if (!file) throw notFound('evidence');
    return file;
  }

  /** The organisation's own files, newest first. */
  async own(tx: TenantTx, limit = 100): Promise<EvidenceFile[]> {
    return tx.query<EvidenceFile>(
      `select ${COLUMNS} from app.evidence where organization_id = $1 order by uploaded_at desc, id limit $2`, [tx.organizationId, limit]);
  }

  /** The organisation's own files by name, newest first. `pattern` is for `ilike`, or empty. */
  async search(tx: TenantTx, { pattern, limit, offset }: { readonly pattern: string; readonly limit: number; readonly offset: number }): Promise<{ readonly files: EvidenceFile[]; readonly total: number }> {
    const rows = await tx.query<EvidenceFile & { total: number }>(
      `select ${COLUMNS}, count(*) over ()::int as total from app.evidence where organization_id = $1 and ($2 = '' or file_name ilike $2 or description ilike $2)
       order by uploaded_at desc, id limit $3 offset $4`, [tx.organizationId, pattern, limit, offset]);
    return { files: rows.map(({ total: _, ...file }) => file), total: rows[0]?.total ?? 0 };
  }

  /** The bytes, from the owner's storage; the transaction may end before the stream does. */
  async open(tx: TenantTx, id: string): Promise<{ readonly file: EvidenceFile; readonly content: Readable }> {
    const file = await this.byId(tx, id);
    return { file, content: await this.storage.open(file.organizationId, file.sha256) };
  }
}
