import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@platform/tenancy';
import type { Profile, SignOffPolicy } from './profile.rules.js';
import type { SiteId } from './sites.queries.js';

@Injectable()
export class OrganizationsRepository {
  /** False when another organisation already numbers its certificates with that prefix (its row itself cannot be seen). */
  async insert(tx: TenantTx, profile: Profile, signOffPolicy: SignOffPolicy, now: Date): Promise<boolean> {
    return await tx.affect(
      `insert into app.organization (id, name, name_en, corporate_number, address, time_zone, default_language, certificate_prefix,
         disclosure_class, retention_years, sign_off_policy, created_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1) on conflict (certificate_prefix) do nothing`,
      [tx.organizationId, profile.name, profile.nameEn, profile.corporateNumber, profile.address, profile.timeZone, profile.defaultLanguage,
        profile.certificatePrefix, profile.disclosureClass, profile.retentionYears, JSON.stringify(signOffPolicy), now]) === 1;
  }

  /** False when the row is no longer at that version. */
  async update(tx: TenantTx, profile: Profile, version: number): Promise<boolean> {
    return await tx.affect(
      `update app.organization set name = $3, name_en = $4, corporate_number = $5, address = $6, time_zone = $7, default_language = $8,
         certificate_prefix = $9, disclosure_class = $10, retention_years = $11, version = version + 1 where id = $1 and version = $2`,
      [tx.organizationId, version, profile.name, profile.nameEn, profile.corporateNumber, profile.address, profile.timeZone,
        profile.defaultLanguage, profile.certificatePrefix, profile.disclosureClass, profile.retentionYears]) === 1;
  }

  async setSignOffPolicy(tx: TenantTx, policy: SignOffPolicy): Promise<void> {
    await tx.affect('update app.organization set sign_off_policy = $2, version = version + 1 where id = $1', [tx.organizationId, JSON.stringify(policy)]);
  }

  async updateSite(tx: TenantTx, id: SiteId, site: { name: string; nameEn: string | null; address: string }): Promise<void> {
    await tx.affect('update app.site set name = $2, name_en = $3, address = $4 where id = $1', [id, site.name, site.nameEn, site.address]);
  }

  /** False when a site of that name exists. */
  async insertSite(tx: TenantTx, id: SiteId, site: { name: string; nameEn: string | null; address: string }, now: Date): Promise<boolean> {
    return await tx.affect(
      `insert into app.site (id, organization_id, name, name_en, address, created_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (organization_id, name) do nothing`, [id, tx.organizationId, site.name, site.nameEn, site.address, now]) === 1;
  }
}
