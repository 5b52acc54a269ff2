import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { JobQueue } from '@platform/jobs';
import { newId } from '@platform/tenancy';
import type { Act, Id, TenantTx } from '@platform/tenancy';

export type AuditEventId = Id<'AuditEvent'>;
export type JsonObject = { readonly [key: string]: unknown };

/** The queue that carries recorded events to the worker's list of reactions; it holds the event's id and nothing that is said in it. */
export const REACTION_QUEUE = 'reaction';
export interface ReactionJob { readonly eventId: string; readonly organizationId: string; readonly act: string }

/** The story, in words: who did what to which object, in the transaction of the deed itself. */
@Injectable()
export class AuditTrail {
  constructor(private readonly queue: JobQueue, private readonly clock: Clock) {}

  /** One event per mutation (autosave excepted). Whoever reacts to it is found by the worker: verbs do not know who listens. */
  async record(tx: TenantTx, act: Act, object: { readonly kind: string; readonly id: string }, detail: JsonObject = {}): Promise<AuditEventId> {
    const id = newId<'AuditEvent'>();
    const { actor } = tx;
    await tx.query(
      `insert into app.audit_event (id, organization_id, act, object_kind, object_id, actor_name, member_id, identity_id, via, step_up, detail, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [id, tx.organizationId, act.name, object.kind, object.id, actor.name, actor.memberId, actor.identityId, actor.via,
        act.stepUp ? actor.stepUp?.method ?? null : null, JSON.stringify(detail), this.clock.now()]);
    const job: ReactionJob = { eventId: id, organizationId: tx.organizationId, act: act.name };
    await this.queue.send(tx, REACTION_QUEUE, job);
    return id;
  }
}
