import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { invalid } from '@platform/errors';
import { Storage, UPLOAD_MAX_BYTES } from '@platform/storage';
import type { StoredFile } from '@platform/storage';
import { TenantDb, authorize, newId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { EvidenceActs } from './evidence.policy.js';
import { EvidenceRepository } from './evidence.repository.js';
import { MAX_EVIDENCE_BYTES, cleanFileName, isDisclosureClass } from './evidence.rules.js';
import type { DisclosureClass } from './evidence.rules.js';
import type { EvidenceFile } from './evidence-files.queries.js';

export interface EvidenceUpload {
  readonly content: Readable;
  readonly fileName: string;
  /** Default: the two parties of the transaction. */
  readonly disclosureClass?: DisclosureClass;
  readonly description?: string | null;
  /** Bytes; never above the product's own limit. */
  readonly maxBytes?: number;
}

/** Adds a file. The bytes come in before the transaction: a slow upload must not hold a connection. */
@Injectable()
export class UploadEvidence {
  constructor(
    private readonly db: TenantDb, private readonly storage: Storage, private readonly evidence: EvidenceRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock, @Inject(UPLOAD_MAX_BYTES) private readonly largest: number,
  ) {}

  /** @throws invalid `evidence.file_name_missing`, `evidence.disclosure_class_unknown`, and what Storage.put refuses. */
  async execute(actor: Actor, input: EvidenceUpload): Promise<EvidenceFile> {
    authorize(actor, EvidenceActs.upload, this.clock.now());
    const fileName = cleanFileName(input.fileName);
    if (fileName === '') throw invalid('evidence.file_name_missing');
    if (!isDisclosureClass(input.disclosureClass ?? 'parties')) throw invalid('evidence.disclosure_class_unknown');
    const maxBytes = Math.min(input.maxBytes ?? MAX_EVIDENCE_BYTES, MAX_EVIDENCE_BYTES, this.largest);
    const stored = await this.storage.put(actor.organizationId, input.content, { maxBytes });
    return this.db.run(actor, (tx) => this.within(tx, { ...input, fileName }, stored));
  }

  private async within(tx: TenantTx, input: EvidenceUpload, stored: StoredFile): Promise<EvidenceFile> {
    const file: EvidenceFile = {
      id: newId<'Evidence'>(), organizationId: tx.organizationId, fileName: input.fileName, ...stored,
      disclosureClass: input.disclosureClass ?? 'parties', description: input.description?.trim() || null,
      uploadedByName: tx.actor.name, uploadedAt: this.clock.now(),
    };
    await this.evidence.add(tx, file);
    await this.audit.record(tx, EvidenceActs.upload, { kind: 'evidence', id: file.id }, { fileName: file.fileName, sha256: file.sha256, byteSize: file.byteSize });
    return file;
  }
}
