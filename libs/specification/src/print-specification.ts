import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { Storage } from '@platform/storage';
import type { StoredFile } from '@platform/storage';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { RenderSpecification } from './render-specification.js';
import { SpecificationFiles } from './specification-files.queries.js';
import { SpecificationFilesRepository } from './specification-files.repository.js';
import { SpecificationActs } from './specification.policy.js';
import { Specifications } from './specifications.queries.js';

const MOST_BYTES = 50 * 1024 * 1024;

/** The row that names the printed file, in one transaction with its audit event. */
@Injectable()
export class PrintFiling {
  constructor(
    private readonly specifications: Specifications, private readonly repository: SpecificationFilesRepository, private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async within(tx: TenantTx, editionId: string, file: StoredFile): Promise<void> {
    authorize(tx.actor, SpecificationActs.print, this.clock.now());
    const edition = await this.specifications.edition(tx, editionId);
    if (!await this.repository.add(tx, edition, file, this.clock.now())) return;
    await this.audit.record(tx, SpecificationActs.print, { kind: 'specification_edition', id: editionId },
      { number: edition.document.number, edition: edition.edition, pdfSha256: file.sha256 });
  }
}

/** Prints an approved edition once and keeps the file: the portal holds no browser. Runs in the worker, after approval or when somebody asked again. */
@Injectable()
export class PrintSpecification {
  constructor(
    private readonly db: TenantDb, private readonly files: SpecificationFiles, private readonly printer: RenderSpecification,
    private readonly storage: Storage, private readonly filing: PrintFiling,
  ) {}

  /** Repeatable; `actor` is of the buyer. Throws not_found, `common.unprintable`. */
  async execute(actor: Actor, editionId: string): Promise<void> {
    if (await this.db.run(actor, (tx) => this.files.of(tx, editionId))) return;
    const { bytes } = await this.printer.execute(actor, editionId);
    const file = await this.storage.put(actor.organizationId, Readable.from([bytes]), { maxBytes: MOST_BYTES });
    await this.db.run(actor, (tx) => this.filing.within(tx, editionId, file));
  }
}
