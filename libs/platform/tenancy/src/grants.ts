import { Injectable } from '@nestjs/common';
import type { OrganizationId } from './ids.js';
import type { TenantTx } from './tenant-tx.js';

/** What one organisation lets another read: evidence, statements, a specification edition, its own name. Revocable. */
@Injectable()
export class Grants {
  async give(tx: TenantTx, kind: string, id: string, grantee: OrganizationId, now: Date): Promise<void> {
    await tx.query(
      `insert into app.object_grant (owner_organization_id, object_kind, object_id, grantee_organization_id, granted_at)
       values ($1, $2, $3, $4, $5)
       on conflict (owner_organization_id, object_kind, object_id, grantee_organization_id) do update set granted_at = excluded.granted_at, revoked_at = null
       where app.object_grant.revoked_at is not null`,
      [tx.organizationId, kind, id, grantee, now]);
  }

  async revoke(tx: TenantTx, kind: string, id: string, grantee: OrganizationId, now: Date): Promise<void> {
    await tx.query(
      `update app.object_grant set revoked_at = $4
       where owner_organization_id = $5 and object_kind = $1 and object_id = $2 and grantee_organization_id = $3 and revoked_at is null`,
      [kind, id, grantee, now, tx.organizationId]);
  }
}
