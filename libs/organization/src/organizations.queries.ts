import { Injectable } from '@nestjs/common';
import { notFound } from '@platform/errors';
import type { OrganizationId, TenantTx } from '@platform/tenancy';
import type { Profile, SignOffPolicy } from './profile.rules.js';

export interface OrganizationRow extends Profile {
  readonly id: OrganizationId;
  readonly signOffPolicy: SignOffPolicy;
  readonly createdAt: Date;
  /** Of the row, for `ChangeProfile`: a stale edit is refused. */
  readonly version: number;
}

export interface NamedOrganization {
  readonly id: OrganizationId;
  readonly name: string;
  readonly nameEn: string | null;
  readonly corporateNumber: string | null;
  readonly address: string;
}

@Injectable()
export class Organizations {
  /** @throws NotFound while the organisation is only being made. */
  async own(tx: TenantTx): Promise<OrganizationRow> {
    const [row] = await tx.query<OrganizationRow>(
      `select id, name, name_en as "nameEn", corporate_number as "corporateNumber", address, time_zone as "timeZone",
         default_language as "defaultLanguage", certificate_prefix as "certificatePrefix", sign_off_policy as "signOffPolicy",
         disclosure_class as "disclosureClass", retention_years as "retentionYears", created_at as "createdAt", version
       from app.organization where id = $1`, [tx.organizationId]);
    if (!row) throw notFound('organization');
    return row;
  }

  /** The own one, or one that has given its name to us (grant `organization`); undefined for a stranger. */
  async named(tx: TenantTx, id: OrganizationId): Promise<NamedOrganization | undefined> {
    const [row] = await tx.query<NamedOrganization>(
      'select id, name, name_en as "nameEn", corporate_number as "corporateNumber", address from app.organization where id = $1', [id]);
    return row;
  }
}
