import { Injectable } from '@nestjs/common';
import type { SealedEnvelope } from '@platform/signing';
import type { Id, OrganizationId, TenantTx } from '@platform/tenancy';

export type SealId = Id<'Seal'>;

/** An organisation's e-seal on one object. */
export interface Seal {
  readonly id: SealId;
  readonly organizationId: OrganizationId;
  readonly objectKind: string;
  readonly objectId: string;
  /** The envelope `kenshu.sealed/1` as canonical JSON: these bytes are what is kept, given away and verified. */
  readonly text: string;
  readonly envelope: SealedEnvelope;
  /** sha-256 (hex) of `text`. */
  readonly sha256: string;
  readonly sealedAt: Date;
}

@Injectable()
export class Seals {
  /** The seal on an object, of anybody or of the organisation named, if there is one that we may see. */
  async of(tx: TenantTx, objectKind: string, objectId: string, by: OrganizationId | null = null): Promise<Seal | undefined> {
    const [row] = await tx.query<Omit<Seal, 'envelope'>>(
      `select id, organization_id as "organizationId", object_kind as "objectKind", object_id as "objectId", envelope as text, sha256, sealed_at as "sealedAt"
       from app.seal where object_kind = $1 and object_id = $2 and ($3::uuid is null or organization_id = $3) order by sealed_at limit 1`,
      [objectKind, objectId, by]);
    return row && { ...row, envelope: JSON.parse(row.text) as SealedEnvelope };
  }
}
