import { Injectable } from '@nestjs/common';
import { Organizations } from '@libs/organization';
import type { OrganizationId, TenantTx } from '@platform/tenancy';

/** An organisation's name in both languages. */
@Injectable()
export class Names {
  constructor(private readonly organizations: Organizations) {}

  /** The own one always; another's when it has shown us its name. */
  async of(tx: TenantTx, id: OrganizationId): Promise<{ ja: string; en: string } | undefined> {
    const known = await this.organizations.named(tx, id);
    return known && { ja: known.name, en: known.nameEn ?? known.name };
  }
}
