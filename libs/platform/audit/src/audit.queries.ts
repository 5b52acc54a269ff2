import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@platform/tenancy';
import type { JsonObject } from './audit-trail.js';

export interface AuditEventRow {
  readonly id: string; readonly act: string; readonly objectKind: string; readonly objectId: string;
  readonly actorName: string; /** Null for the system. */ readonly identityId: string | null; readonly via: string; readonly detail: JsonObject; readonly at: Date;
}

const COLUMNS = `id, act, object_kind as "objectKind", object_id as "objectId", actor_name as "actorName", identity_id as "identityId", via, detail, at`;

@Injectable()
export class AuditQueries {
  async event(tx: TenantTx, id: string): Promise<AuditEventRow | undefined> {
    const [row] = await tx.query<AuditEventRow>(`select ${COLUMNS} from app.audit_event where id = $1`, [id]);
    return row;
  }

  /** Everything this organisation recorded about one object, oldest first. */
  async about(tx: TenantTx, kind: string, id: string): Promise<AuditEventRow[]> {
    return tx.query<AuditEventRow>(`select ${COLUMNS} from app.audit_event where object_kind = $1 and object_id = $2 order by at, id`, [kind, id]);
  }
}
