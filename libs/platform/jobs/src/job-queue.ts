import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import type { SendOptions } from 'pg-boss';
import type { DataSource } from 'typeorm';
import { RUNTIME } from '@platform/database';
import { QUEUE_SCHEMA } from './queue-install.js';

/** Whatever can run a statement inside the caller's transaction. */
export interface SqlRunner {
  query<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
}

/** heartbeat: a job of a killed worker is given to another after about 10 s; every handler is idempotent. */
export const QUEUE_OPTIONS = { heartbeatSeconds: 10, retryLimit: 8, retryDelay: 1, retryBackoff: true, retryDelayMax: 300, notify: true } as const;

/** Puts jobs into the queue as rows of the caller's own transaction: the job exists exactly when what it is about was committed. */
@Injectable()
export class JobQueue implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly boss: PgBoss;
  private ready: Promise<unknown> | null = null;
  private readonly known = new Map<string, Promise<void>>();

  constructor(@Inject(RUNTIME) source: DataSource) {
    // A pool of its own: what the queue looks up about itself must never wait for a connection that an open transaction holds,
    // while that transaction waits for the queue (seen: ten of them, and everything stood still).
    const { url } = source.options as { readonly url: string };
    this.boss = new PgBoss({
      connectionString: url, max: 2, application_name: 'kenshu queue',
      schema: QUEUE_SCHEMA, migrate: false, createSchema: false, supervise: false, schedule: false,
    });
    this.boss.on('error', () => undefined);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.start();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.ready) await this.boss.stop({ graceful: false });
    this.ready = null;
  }

  async send(tx: SqlRunner, queue: string, data: object, options: SendOptions = {}): Promise<void> {
    await this.start();
    await this.ensure(queue);
    const executeSql = async (text: string, values?: unknown[]): Promise<{ rows: unknown[] }> => ({ rows: await tx.query(text, values) });
    await this.boss.send(queue, data, { ...options, db: { executeSql } });
  }

  /** The queue exists after this; outside any transaction, once per process. */
  ensure(queue: string): Promise<void> {
    const known = this.known.get(queue) ?? this.boss.createQueue(queue, QUEUE_OPTIONS).then(() => undefined);
    this.known.set(queue, known);
    known.catch(() => this.known.delete(queue));
    return known;
  }

  private start(): Promise<unknown> {
    this.ready ??= this.boss.start();
    return this.ready;
  }
}
