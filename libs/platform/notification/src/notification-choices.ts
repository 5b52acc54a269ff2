import { Injectable } from '@nestjs/common';
import type { MemberId, TenantTx } from '@platform/tenancy';
import type { Choices, Delivery } from './delivery.rules.js';
import type { NotificationRow } from './notifications.js';

type Waiting = Omit<NotificationRow, 'readAt'>;

/** Who wants to hear of what by mail. What was never chosen is for the caller to say: defaults belong to the kinds, not to this table. */
@Injectable()
export class NotificationChoices {
  async of(tx: TenantTx, memberId: MemberId): Promise<Choices> {
    const rows = await tx.query<{ kind: string; delivery: Delivery }>('select kind, delivery from app.notification_choice where member_id = $1', [memberId]);
    return Object.fromEntries(rows.map(({ kind, delivery }) => [kind, delivery]));
  }

  /** Of everybody who chose something about this kind. */
  async about(tx: TenantTx, kind: string): Promise<ReadonlyMap<MemberId, Delivery>> {
    const rows = await tx.query<{ memberId: MemberId; delivery: Delivery }>('select member_id as "memberId", delivery from app.notification_choice where kind = $1', [kind]);
    return new Map(rows.map(({ memberId, delivery }) => [memberId, delivery]));
  }

  async save(tx: TenantTx, memberId: MemberId, choices: Choices): Promise<void> {
    await tx.query(
      `insert into app.notification_choice (organization_id, member_id, kind, delivery) select $1, $2, key, value from jsonb_each_text($3)
       on conflict (organization_id, member_id, kind) do update set delivery = excluded.delivery`, [tx.organizationId, memberId, JSON.stringify(choices)]);
  }

  /** Unread, of every member, newer than that member's last summary. Members with none are not in it. */
  async waiting(tx: TenantTx): Promise<Waiting[]> {
    return tx.query<Waiting>(
      `select n.id, n.member_id as "memberId", n.kind, n.object_kind as "objectKind", n.object_id as "objectId", n.params, n.created_at as "createdAt"
       from app.notification n
       where n.read_at is null and n.created_at > coalesce((select max(d.up_to) from app.notification_digest d where d.member_id = n.member_id), '-infinity')
       order by n.member_id, n.created_at, n.id`);
  }

  /** False when that day's summary of the member went out before. Inserted before the mail is handed over, committed after it. */
  async claimDigest(tx: TenantTx, memberId: MemberId, day: string, upTo: Date): Promise<boolean> {
    return await tx.affect(
      'insert into app.notification_digest (organization_id, member_id, day, up_to) values ($1, $2, $3, $4) on conflict do nothing',
      [tx.organizationId, memberId, day, upTo]) === 1;
  }
}
