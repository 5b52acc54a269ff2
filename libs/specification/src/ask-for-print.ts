import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { notFound } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { SpecificationFiles } from './specification-files.queries.js';
import { SpecificationActs } from './specification.policy.js';
import { Specifications } from './specifications.queries.js';

/** For an edition that was approved before printing was the worker's, or whose print failed: asks the worker once more. */
@Injectable()
export class AskForPrint {
  constructor(
    private readonly db: TenantDb, private readonly specifications: Specifications, private readonly files: SpecificationFiles,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Does nothing when the file is there. Throws not_found, also for an edition of somebody else. */
  async execute(actor: Actor, editionId: string): Promise<void> {
    authorize(actor, SpecificationActs.ask_print, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, editionId));
  }

  async within(tx: TenantTx, editionId: string): Promise<void> {
    const { organizationId, edition, document } = await this.specifications.edition(tx, editionId);
    // a supplier reads the edition, but the file is the buyer's to make
    if (organizationId !== tx.organizationId) throw notFound('specification');
    if (await this.files.of(tx, editionId)) return;
    await this.audit.record(tx, SpecificationActs.ask_print, { kind: 'specification_edition', id: editionId }, { number: document.number, edition });
  }
}
