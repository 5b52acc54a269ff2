import type { Type } from '@nestjs/common';
import type { AuditEventRow } from '@platform/audit';
import type { Act, Actor, OrganizationId } from '@platform/tenancy';

export interface RecordedEvent extends AuditEventRow { readonly organizationId: OrganizationId }

/** What follows from a recorded act. Runs at least once, as the system of the organisation that acted. */
export interface Reacts {
  react(actor: Actor, event: RecordedEvent): Promise<void>;
}

export interface Reaction {
  /** Also the name of its queue. */
  readonly name: string;
  readonly on: readonly Act[];
  readonly by: Type<Reacts>;
  /** How many of them run at the same time in one worker; 1 unless given. */
  readonly together?: number;
}

/** An id that the event carries in its words; a missing one is a defect of the verb that recorded it. */
export function detailId<T extends string>(event: RecordedEvent, field: string): T {
  const value = event.detail[field];
  if (typeof value !== 'string') throw new Error(`event ${event.id} (${event.act}) carries no ${field}`);
  return value as T;
}
