import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { OrganizationActs } from './organization.policy.js';
import { Organizations } from './organizations.queries.js';
import { OrganizationsRepository } from './organizations.repository.js';
import type { SignOffPolicy } from './profile.rules.js';

/** Holds for inspections opened from now on; the audit trail keeps what it was before. */
@Injectable()
export class ChangeSignOffPolicy {
  constructor(
    private readonly db: TenantDb, private readonly queries: Organizations, private readonly organizations: OrganizationsRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, policy: SignOffPolicy): Promise<void> {
    authorize(actor, OrganizationActs.change_sign_off_policy, this.clock.now());
    await this.db.run(actor, async (tx) => {
      const { signOffPolicy: from } = await this.queries.own(tx);
      const to: SignOffPolicy = { threePersons: policy.threePersons };
      await this.organizations.setSignOffPolicy(tx, to);
      await this.audit.record(tx, OrganizationActs.change_sign_off_policy, { kind: 'organization', id: tx.organizationId }, { from, to });
    });
  }
}
