import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { AcceptanceCheck, LinkedRequests } from './acceptance-check.js';
import type { LinkOutcome } from './acceptance-check.js';
import { AcceptancesRepository } from './acceptances.repository.js';
import { RequestActs } from './request.policy.js';

/** The worker's reaction to `request.accept_invitation`, as the system of the *buyer*: the factory and its waiting requests name their organisation. */
@Injectable()
export class LinkSupplier {
  constructor(
    private readonly db: TenantDb, private readonly acceptances: AcceptancesRepository, private readonly check: AcceptanceCheck,
    private readonly opener: LinkedRequests, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Repeatable. A refusal is recorded for procurement to see and throws nothing: trying again would not make it true. */
  async execute(actor: Actor, acceptanceId: string): Promise<LinkOutcome> {
    authorize(actor, RequestActs.link, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, acceptanceId));
  }

  async within(tx: TenantTx, acceptanceId: string): Promise<LinkOutcome> {
    const acceptance = await this.acceptances.byId(tx, acceptanceId);
    await tx.lock('supplier_site', acceptance.supplierSiteId);
    const outcome = await this.check.link(tx, acceptance);
    const requests = outcome === 'refused' ? [] : await this.opener.open(tx, acceptance);
    if (outcome === 'already' && requests.length === 0) return outcome;
    await this.audit.record(tx, RequestActs.link, { kind: 'supplier_acceptance', id: acceptance.id },
      { outcome, supplierSiteId: acceptance.supplierSiteId, organizationId: acceptance.supplierOrganizationId, requests });
    return outcome;
  }
}
