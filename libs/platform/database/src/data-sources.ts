import { DataSource } from 'typeorm';
import { types } from 'pg';
import { entityClasses } from './discover.js';

/** Injection tokens, one DataSource per role; a door holds only those it is configured with. */
export const RUNTIME = Symbol('runtime DataSource');
export const SEALER = Symbol('sealer DataSource');
export const VERIFIER = Symbol('verifier DataSource');
export const OPS = Symbol('ops DataSource');

// A date is a day in Japan, not an instant: keep 'YYYY-MM-DD' as text. A bigint of ours (bytes, sequence numbers) fits a number.
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.INT8, (text) => Number(text));

export interface PoolOptions {
  /** Connections at most. */
  readonly max?: number;
  readonly applicationName?: string;
}

/** A DataSource that is not connected yet. `synchronize` is never on: the schema is what the migrations say. */
export function dataSource(url: string, options: PoolOptions = {}): DataSource {
  return new DataSource({
    type: 'postgres', url, entities: entityClasses(), synchronize: false, logging: false,
    poolSize: options.max ?? 10, applicationName: options.applicationName ?? 'kenshu',
    extra: { connectionTimeoutMillis: 10_000, statement_timeout: 60_000, idle_in_transaction_session_timeout: 60_000 },
  });
}
