import { PgBoss } from 'pg-boss';
import type { JobResult } from 'pg-boss';
import { QUEUE_OPTIONS } from './job-queue.js';
import { QUEUE_SCHEMA } from './queue-install.js';

/** What one queue's jobs do. `handle` is idempotent: a job runs at least once. `together` = how many run at the same time (1 unless given). */
export interface JobHandler {
  readonly queue: string;
  readonly together?: number;
  /** Runs by itself, once however many workers there are: a cron expression, in the zone of Japan. */
  readonly every?: string;
  handle(data: object): Promise<void>;
}

export interface RunnerLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

const BATCH = 50;
/** A killed worker's job comes back after its heartbeat and one look of any living worker; left alone, pg-boss looks once a minute. */
const SUPERVISION = { superviseIntervalSeconds: 3, monitorIntervalSeconds: 2 } as const;
/** A retry announces itself to nobody: with notifications on, pg-boss would otherwise look for it every 30 s only. */
const POLLING = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 } as const;
/** A batch of one is never "full" to pg-boss: it would wait for the next look after every job. */
const SMALLEST_BATCH = 2;

/** Takes jobs off the queues: for as long as the worker lives (`start`), or until there are none left (`drain`: the story and the tests). */
export class JobRunner {
  private readonly boss: PgBoss;
  private started = false;

  constructor(connectionString: string, private readonly handlers: readonly JobHandler[], private readonly log: RunnerLog) {
    this.boss = new PgBoss({
      connectionString, schema: QUEUE_SCHEMA, migrate: false, createSchema: false, max: 4, useListenNotify: true,
      schedule: true, application_name: 'kenshu worker queue', ...SUPERVISION,
    });
    this.boss.on('error', (error) => this.log.error({ error: error.message }, 'queue'));
  }

  /** Connects and makes sure every queue exists. */
  async open(): Promise<this> {
    if (this.started) return this;
    await this.boss.start();
    this.started = true;
    for (const { queue } of this.handlers) await this.boss.createQueue(queue, QUEUE_OPTIONS);
    return this;
  }

  async start(): Promise<void> {
    await this.open();
    for (const handler of this.handlers) {
      const options = { batchSize: Math.max(SMALLEST_BATCH, handler.together ?? 1), burstWhenBatchFull: true, ...POLLING, perJobResults: true } as const;
      if (handler.every) await this.boss.schedule(handler.queue, handler.every, null, { tz: 'Asia/Tokyo' });
      await this.boss.work(handler.queue, options, (jobs) => this.settleAll(handler, jobs));
    }
  }

  /** Lets running jobs finish for up to `graceMs`, then leaves the rest to whoever starts next. */
  async stop(graceMs = 10_000): Promise<void> {
    if (this.started) await this.boss.stop({ graceful: true, timeout: graceMs });
    this.started = false;
  }

  /** Runs everything that is queued, and what that queues, until nothing is left. A failing job throws here instead of being retried later. */
  async drain(): Promise<number> {
    await this.open();
    let done = 0;
    for (let found = true; found;) {
      found = false;
      for (const handler of this.handlers) {
        const count = await this.drainQueue(handler);
        done += count;
        found ||= count > 0;
      }
    }
    return done;
  }

  private async drainQueue(handler: JobHandler): Promise<number> {
    const jobs = await this.boss.fetch<object>(handler.queue, { batchSize: BATCH });
    const together = handler.together ?? 1;
    for (let at = 0; at < jobs.length; at += together) {
      await Promise.all(jobs.slice(at, at + together).map((job) => handler.handle(job.data)));
    }
    if (jobs.length > 0) await this.boss.complete(handler.queue, jobs.map((job) => job.id));
    return jobs.length;
  }

  private async settleAll(handler: JobHandler, jobs: readonly { readonly id: string; readonly data: unknown }[]): Promise<JobResult[]> {
    const together = handler.together ?? 1;
    const results: JobResult[] = [];
    for (let at = 0; at < jobs.length; at += together) {
      results.push(...await Promise.all(jobs.slice(at, at + together).map((job) => this.settle(handler, job.id, (job.data ?? {}) as object))));
    }
    return results;
  }

  private async settle(handler: JobHandler, id: string, data: object): Promise<JobResult> {
    const began = performance.now();
    try {
      await handler.handle(data);
      this.log.info({ queue: handler.queue, job: id, ms: Math.round(performance.now() - began) }, 'job done');
      return { id, status: 'completed' };
    } catch (error) {
      const { message, stack } = error as Error;
      this.log.error({ queue: handler.queue, job: id, error: message, stack }, 'job failed');
      return { id, status: 'failed', output: { message } };
    }
  }
}
