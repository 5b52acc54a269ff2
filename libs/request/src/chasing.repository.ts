import { Injectable } from '@nestjs/common';
import { newId } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import type { TalkKind } from './talk.rules.js';
import type { SecurityRequest } from './requests.queries.js';
import type { ReminderKind } from './reminding.rules.js';

export interface NewBounce { readonly address: string; readonly reason: string; readonly source: 'refused' | 'came_back'; readonly eventId: string | null; readonly at: Date }

@Injectable()
export class ChasingRepository {
  /** One who is written to already stays as they are. */
  async addRecipient(tx: TenantTx, requestId: string, { email, name, at }: { readonly email: string; readonly name: string | null; readonly at: Date }): Promise<void> {
    await tx.query(
      `insert into app.request_recipient (id, buyer_organization_id, request_id, email, name, added_by, added_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (request_id, email) where replaced_at is null do nothing`,
      [newId(), tx.organizationId, requestId, email, name, tx.actor.name, at]);
  }

  /** The address that is not written to any more; undefined when there was none. */
  async replaceRecipient(tx: TenantTx, requestId: string, id: string, at: Date): Promise<string | undefined> {
    const [row] = await tx.query<{ email: string }>(
      'update app.request_recipient set replaced_at = $3 where request_id = $1 and id = $2 and replaced_at is null returning email', [requestId, id, at]);
    return row?.email;
  }

  /** False when it went out before, or somebody was reminded today. */
  async addReminder(tx: TenantTx, request: SecurityRequest, made: { readonly kind: ReminderKind; readonly today: string; readonly at: Date }): Promise<boolean> {
    return await tx.affect(
      `insert into app.request_reminder (id, buyer_organization_id, request_id, kind, due_on, reminded_on, reminded_by, reminded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      [newId(), tx.organizationId, request.id, made.kind, request.dueOn, made.today, tx.actor.name, made.at]) === 1;
  }

  /** False for one that was recorded before. */
  async addBounce(tx: TenantTx, requestId: string, { address, reason, source, eventId, at }: NewBounce): Promise<boolean> {
    return await tx.affect(
      `insert into app.request_bounce (id, buyer_organization_id, request_id, address, reason, source, event_id, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      [newId(), tx.organizationId, requestId, address.toLowerCase(), reason, source, eventId, tx.actor.name, at]) === 1;
  }

  /** Returns how many were open. */
  async settleBounces(tx: TenantTx, requestId: string, which: { readonly id: string } | { readonly address: string }, at: Date): Promise<number> {
    const [column, value] = 'id' in which ? ['id', which.id] : ['address', which.address];
    return tx.affect(
      `update app.request_bounce set settled_at = $3, settled_by = $4 where request_id = $1 and ${column} = $2 and settled_at is null`,
      [requestId, value, at, tx.actor.name]);
  }

  async switchReminders(tx: TenantTx, on: boolean, at: Date): Promise<void> {
    await tx.query(
      `insert into app.request_settings (organization_id, reminders, changed_by, changed_at) values ($1, $2, $3, $4)
       on conflict (organization_id) do update set reminders = excluded.reminders, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
      [tx.organizationId, on, tx.actor.name, at]);
  }

  async addTalk(tx: TenantTx, request: SecurityRequest, made: { readonly kind: TalkKind; readonly text: string; readonly at: Date }): Promise<void> {
    await tx.query(
      `insert into app.request_talk (id, buyer_organization_id, supplier_organization_id, request_id, written_by, kind, text, said_by, said_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [newId(), request.buyerOrganizationId, request.supplierOrganizationId, request.id, tx.organizationId, made.kind, made.text, tx.actor.name, made.at]);
  }
}
