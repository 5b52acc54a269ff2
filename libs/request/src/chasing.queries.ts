import { Injectable } from '@nestjs/common';
import type { Id, OrganizationId, TenantTx } from '@platform/tenancy';
import type { ReminderKind } from './reminding.rules.js';
import type { TalkKind } from './talk.rules.js';

export interface Recipient { readonly id: Id<'Recipient'>; readonly email: string; readonly name: string | null; readonly addedBy: string; readonly addedAt: Date }
export interface Reminder { readonly kind: ReminderKind; readonly dueOn: string; readonly remindedOn: string; readonly by: string; readonly at: Date }
export interface Bounce {
  readonly id: Id<'Bounce'>;
  readonly address: string;
  readonly reason: string;
  /** The server refused it at sending, or it came back later. */
  readonly source: 'refused' | 'came_back';
  readonly by: string;
  readonly at: Date;
  readonly settledAt: Date | null;
}
export interface Talk { readonly id: string; readonly kind: TalkKind; readonly text: string; readonly writtenBy: OrganizationId; readonly by: string; readonly at: Date }

/** What the buyer did to get an answer, and what did not arrive: the buyer's own rows. What was said about cost is both sides'. */
@Injectable()
export class Chasing {
  /** Who is written to now, in the order they were added. */
  async recipients(tx: TenantTx, requestId: string): Promise<Recipient[]> {
    return tx.query<Recipient>(
      `select id, email, name, added_by as "addedBy", added_at as "addedAt" from app.request_recipient
       where request_id = $1 and replaced_at is null order by added_at, id`, [requestId]);
  }

  /** Newest first. */
  async reminders(tx: TenantTx, requestId: string): Promise<Reminder[]> {
    return tx.query<Reminder>(
      `select kind, due_on as "dueOn", reminded_on as "remindedOn", reminded_by as by, reminded_at as at from app.request_reminder
       where request_id = $1 order by reminded_at desc, id desc`, [requestId]);
  }

  /** Newest first, settled ones too. */
  async bounces(tx: TenantTx, requestId: string): Promise<Bounce[]> {
    return tx.query<Bounce>(
      `select id, address, reason, source, recorded_by as by, recorded_at as at, settled_at as "settledAt" from app.request_bounce
       where request_id = $1 order by recorded_at desc, id desc`, [requestId]);
  }

  /** Oldest first. */
  async talks(tx: TenantTx, requestId: string): Promise<Talk[]> {
    return tx.query<Talk>(
      `select id, kind, text, written_by as "writtenBy", said_by as by, said_at as at from app.request_talk where request_id = $1 order by said_at, id`, [requestId]);
  }

  /** Whether reminders go out by themselves: they do unless somebody switched them off. */
  async automatic(tx: TenantTx): Promise<boolean> {
    const [row] = await tx.query<{ reminders: boolean }>('select reminders from app.request_settings where organization_id = $1', [tx.organizationId]);
    return row?.reminders ?? true;
  }

  /** What one press of "send" sent, in the order of the ledger. */
  async ofSending(tx: TenantTx, sendingId: string): Promise<{ readonly id: string; readonly number: string; readonly siteId: string }[]> {
    return tx.query(
      `select id, number, coalesce(supplier_site_id, own_site_id) as "siteId" from app.security_request
       where buyer_organization_id = $1 and sending_id = $2 order by number_year, number_sequence`, [tx.organizationId, sendingId]);
  }
}
