import type { DataSource } from 'typeorm';
import { pendingMigrations } from '@platform/database';
import { QUEUE_SCHEMA } from '@platform/jobs';
import type { ReadinessCheck } from './health.js';

/** Database answers, every migration has run, the queue can be read: what `/readyz` of a door on the runtime role means. */
export const runtimeChecks = (source: DataSource): readonly ReadinessCheck[] => [
  { name: 'database', check: async () => { await source.query('select 1'); } },
  { name: 'queue', check: async () => { await source.query(`select version from ${QUEUE_SCHEMA}.version`); } },
  { name: 'migrations', check: async () => {
    const pending = await pendingMigrations(source);
    if (pending.length > 0) throw new Error(`pending: ${pending.join(', ')}`);
  } },
];
