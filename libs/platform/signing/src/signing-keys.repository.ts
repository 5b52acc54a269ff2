import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@platform/tenancy';

export interface StoredKey { readonly id: string; readonly certificatePem: string; readonly encryptedPrivateKey: Buffer; readonly createdAt: Date }

const COLUMNS = 'id, certificate_pem as "certificatePem", encrypted_private_key as "encryptedPrivateKey", created_at as "createdAt"';

/** Rows of app.installation_key and app.organization_key; every method needs a transaction of the sealer's role. */
@Injectable()
export class SigningKeysRepository {
  async authority(tx: TenantTx): Promise<StoredKey | null> {
    const rows = await tx.query<StoredKey>(
      `select ${COLUMNS} from app.installation_key where kind = 'authority' and retired_at is null`);
    return rows[0] ?? null;
  }

  async addAuthority(tx: TenantTx, key: StoredKey): Promise<void> {
    await tx.query(
      `insert into app.installation_key (id, kind, certificate_pem, encrypted_private_key, created_at)
       values ($1, 'authority', $2, $3, $4)`,
      [key.id, key.certificatePem, key.encryptedPrivateKey, key.createdAt]);
  }

  /** What strangers verify with; published in the transaction that makes the key. */
  async publishAnchor(tx: TenantTx, sha256: string, certificatePem: string, at: Date): Promise<void> {
    await tx.query('insert into published.trust_anchor (sha256, pem, created_at) values ($1, $2, $3)', [sha256, certificatePem, at]);
  }

  async liveSeal(tx: TenantTx, organizationId: string): Promise<StoredKey | null> {
    const rows = await tx.query<StoredKey>(
      `select ${COLUMNS} from app.organization_key where organization_id = $1 and kind = 'seal' and retired_at is null`,
      [organizationId]);
    return rows[0] ?? null;
  }

  /** Every seal the organisation ever had, newest first. */
  async seals(tx: TenantTx, organizationId: string): Promise<StoredKey[]> {
    return tx.query<StoredKey>(
      `select ${COLUMNS} from app.organization_key where organization_id = $1 and kind = 'seal' order by created_at desc`, [organizationId]);
  }

  async addSeal(tx: TenantTx, organizationId: string, key: StoredKey): Promise<void> {
    await tx.query(
      `insert into app.organization_key (id, organization_id, kind, certificate_pem, encrypted_private_key, created_at)
       values ($1, $2, 'seal', $3, $4, $5)`,
      [key.id, organizationId, key.certificatePem, key.encryptedPrivateKey, key.createdAt]);
  }

  async retireSeal(tx: TenantTx, id: string, at: Date): Promise<void> {
    await tx.query('update app.organization_key set retired_at = $2 where id = $1 and retired_at is null', [id, at]);
  }
}
