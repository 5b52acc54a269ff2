import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { AuditQueries, REACTION_QUEUE, ReactionLog } from '@platform/audit';
import type { ReactionJob } from '@platform/audit';
import { IDENTITY_MAIL_QUEUE, SendIdentityMail, SweepIdentity } from '@platform/identity';
import type { IdentityMailJob } from '@platform/identity';
import { JobQueue } from '@platform/jobs';
import { Checkpoints } from '@platform/ledger';
import type { JobHandler } from '@platform/jobs';
import { TenantDb, systemActor } from '@platform/tenancy';
import type { Id, OrganizationId } from '@platform/tenancy';
import { AnchorFile } from './anchor-file.js';
import type { Reaction, RecordedEvent } from './reaction.js';
import { RemindDue } from './remind-due.js';
import { MorningSummary } from './telling/index.js';

export const REACTION_LIST = Symbol('the list of reactions');

/** Turns recorded events into queued reactions, once each, and runs them. */
@Injectable()
export class Reactor {
  constructor(
    private readonly db: TenantDb, private readonly events: AuditQueries, private readonly log: ReactionLog, private readonly queue: JobQueue,
    private readonly modules: ModuleRef, @Inject(REACTION_LIST) private readonly list: readonly Reaction[],
  ) {}

  /** Everything this worker takes off the queues, in the order in which a chain of reactions goes through them. */
  handlers(): JobHandler[] {
    return [
      { queue: REACTION_QUEUE, together: 10, handle: (job) => this.expand(job as ReactionJob) },
      { queue: IDENTITY_MAIL_QUEUE, together: 4, handle: (job) => this.identityMail(job as IdentityMailJob) },
      { queue: 'ledger-checkpoint', every: '7 * * * *', handle: () => this.checkpoint() },
      { queue: 'remind-due', every: '13 * * * *', handle: () => this.remind() },
      { queue: 'morning-summary', every: '3 * * * *', handle: () => this.summarize() },
      { queue: 'sweep-identity', every: '23 * * * *', handle: () => this.sweep() },
      ...this.list.map((reaction): JobHandler => ({
        queue: reaction.name, together: reaction.together, handle: (job) => this.run(reaction, job as ReactionJob),
      })),
    ];
  }

  private async expand(job: ReactionJob): Promise<void> {
    const due = this.list.filter((reaction) => reaction.on.some((act) => act.name === job.act));
    if (due.length === 0) return;
    for (const reaction of due) await this.queue.ensure(reaction.name);
    await this.db.run(systemActor(job.organizationId as Id<'Organization'>), async (tx) => {
      for (const reaction of due) {
        if (await this.log.claim(tx, job.eventId, reaction.name)) await this.queue.send(tx, reaction.name, job);
      }
    });
  }

  private async run(reaction: Reaction, job: ReactionJob): Promise<void> {
    const organizationId = job.organizationId as OrganizationId;
    const actor = systemActor(organizationId);
    const event = await this.db.run(actor, (tx) => this.events.event(tx, job.eventId));
    if (!event) throw new Error(`no event ${job.eventId}`);
    await this.modules.get(reaction.by, { strict: false }).react(actor, { ...event, organizationId } satisfies RecordedEvent);
  }

  private async checkpoint(): Promise<void> {
    await this.modules.get(Checkpoints, { strict: false }).take();
    await this.modules.get(AnchorFile).write();
  }

  /** Ended sessions, used links, old failures. */
  private async sweep(): Promise<void> {
    await this.modules.get(SweepIdentity, { strict: false }).execute();
  }

  private async remind(): Promise<void> {
    await this.modules.get(RemindDue, { strict: false }).run();
  }

  private async summarize(): Promise<void> {
    await this.modules.get(MorningSummary, { strict: false }).run();
  }

  private identityMail(job: IdentityMailJob): Promise<void> {
    return this.modules.get(SendIdentityMail, { strict: false }).execute(job);
  }
}
