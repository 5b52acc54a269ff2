import { Injectable } from '@nestjs/common';
import type { Id, TenantTx } from '@platform/tenancy';

export type SiteId = Id<'Site'>;
export interface SiteRow { readonly id: SiteId; readonly name: string; readonly nameEn: string | null; readonly address: string }

const COLUMNS = 'id, name, name_en as "nameEn", address';

/** The organisation's own sites and factories. */
@Injectable()
export class Sites {
  async list(tx: TenantTx): Promise<SiteRow[]> {
    return tx.query<SiteRow>(`select ${COLUMNS} from app.site where organization_id = $1 order by name`, [tx.organizationId]);
  }

  async byId(tx: TenantTx, id: SiteId): Promise<SiteRow | undefined> {
    const [row] = await tx.query<SiteRow>(`select ${COLUMNS} from app.site where id = $1`, [id]);
    return row;
  }
}
