import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { newId } from '@platform/tenancy';
import type { Id, MemberId, TenantTx } from '@platform/tenancy';

export type NotificationId = Id<'Notification'>;
export type NotificationParams = Readonly<Record<string, string | number>>;

export interface NewNotification {
  readonly memberId: MemberId;
  /** The audit action it tells of, such as `response.release`; its text is the message `notification.<kind>`. */
  readonly kind: string;
  readonly object: { readonly kind: string; readonly id: string };
  readonly params?: NotificationParams;
  /** The event behind it; the same event tells a member the same thing once. */
  readonly eventId?: string;
}

export interface NotificationRow {
  readonly id: NotificationId;
  readonly memberId: MemberId;
  readonly kind: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly params: NotificationParams;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

@Injectable()
export class Notifications {
  constructor(private readonly clock: Clock) {}

  /** False when this member was told of it before. */
  async add(tx: TenantTx, note: NewNotification): Promise<boolean> {
    const rows = await tx.affect(
      `insert into app.notification (id, organization_id, member_id, kind, object_kind, object_id, params, source_event_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      [newId(), tx.organizationId, note.memberId, note.kind, note.object.kind, note.object.id,
        JSON.stringify(note.params ?? {}), note.eventId ?? null, this.clock.now()]);
    return rows === 1;
  }

  /** Newest first. */
  async forMember(tx: TenantTx, memberId: MemberId, filter: { unread?: boolean; limit?: number } = {}): Promise<NotificationRow[]> {
    return tx.query<NotificationRow>(
      `select id, member_id as "memberId", kind, object_kind as "objectKind", object_id as "objectId", params, created_at as "createdAt", read_at as "readAt"
       from app.notification where member_id = $1 and (read_at is null or not $2) order by created_at desc, id desc limit $3`,
      [memberId, filter.unread ?? false, filter.limit ?? 50]);
  }

  async unread(tx: TenantTx, memberId: MemberId): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      'select count(*)::int as count from app.notification where member_id = $1 and read_at is null', [memberId]);
    return row.count;
  }

  /** A member's own only. Reading is no event of the story: no audit row. */
  async markRead(tx: TenantTx, memberId: MemberId, upTo: Date = this.clock.now()): Promise<void> {
    await tx.affect('update app.notification set read_at = $2 where member_id = $1 and read_at is null and created_at <= $3',
      [memberId, this.clock.now(), upTo]);
  }
}
