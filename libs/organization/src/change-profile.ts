import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@platform/audit';
import { Clock } from '@platform/clock';
import { conflict } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { OrganizationActs } from './organization.policy.js';
import { Organizations } from './organizations.queries.js';
import { OrganizationsRepository } from './organizations.repository.js';
import { readProfile } from './profile.rules.js';
import type { Profile } from './profile.rules.js';

export interface ChangeProfileInput extends Partial<Profile> {
  /** Of the row the person was looking at. */
  readonly version: number;
}

@Injectable()
export class ChangeProfile {
  constructor(
    private readonly db: TenantDb, private readonly queries: Organizations, private readonly organizations: OrganizationsRepository,
    private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** @throws Invalid `organization.profile_invalid`; Conflict `organization.certificate_prefix_fixed`, `common.conflict` for a stale edit. */
  async execute(actor: Actor, input: ChangeProfileInput): Promise<void> {
    authorize(actor, OrganizationActs.change_profile, this.clock.now());
    await this.db.run(actor, (tx) => this.within(tx, input));
  }

  private async within(tx: TenantTx, { version, ...changes }: ChangeProfileInput): Promise<void> {
    const before = await this.queries.own(tx);
    const after = readProfile({ ...profileOf(before), ...changes });
    // certificates are numbered under it and strangers look them up by it
    if (before.certificatePrefix && after.certificatePrefix !== before.certificatePrefix) throw conflict('organization.certificate_prefix_fixed');
    if (!await this.organizations.update(tx, after, version)) throw conflict('common.conflict');
    const changed = (Object.keys(after) as (keyof Profile)[]).filter((key) => after[key] !== before[key]);
    await this.audit.record(tx, OrganizationActs.change_profile, { kind: 'organization', id: tx.organizationId },
      { changed: Object.fromEntries(changed.map((key) => [key, { from: before[key], to: after[key] }])) });
  }
}

function profileOf(row: Profile): Profile {
  const { name, nameEn, corporateNumber, address, timeZone, defaultLanguage, certificatePrefix, disclosureClass, retentionYears } = row;
  return { name, nameEn, corporateNumber, address, timeZone, defaultLanguage, certificatePrefix, disclosureClass, retentionYears };
}
