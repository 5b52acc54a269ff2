import { Inject, Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { DataSource } from 'typeorm';
import { RUNTIME, SEALER } from '@platform/database';
import { conflict, invalid } from '@platform-pure/errors';
import type { Actor } from './actor.js';
import { isId } from './ids.js';
import type { OrganizationId } from './ids.js';
import { TenantTx } from './tenant-tx.js';

interface SimpleClient { query<T>(text: string): Promise<readonly { readonly rows: T[] }[]> }

/** The only way to rows that belong to an organisation: a transaction that the database itself binds to that organisation. */
@Injectable()
export class TenantDb {
  private readonly joined = new WeakMap<Actor, TenantTx>();

  constructor(@Inject(RUNTIME) private readonly source: DataSource) {}

  /**
   * One transaction around a verb's own: what is run for the actor that `work` is handed joins it. For a door that must keep an answer in
   * the very transaction of the act (Idempotency-Key); who joins is said by that actor and by nothing in the air.
   */
  async together<T>(actor: Actor, work: (tx: TenantTx, actor: Actor) => Promise<T>): Promise<T> {
    const joining: Actor = { ...actor };
    try {
      return await this.run(actor, (tx) => {
        this.joined.set(joining, tx);
        return work(tx, joining);
      });
    } finally {
      this.joined.delete(joining);
    }
  }

  /**
   * One read in one round trip, for what stands before every request: the tenant and the statement go together, in the transaction that a
   * simple query is. It carries no parameters: `$1` … are ids, each checked to be one.
   */
  async glance<T>(organizationId: OrganizationId, sql: string, ids: readonly string[]): Promise<T[]> {
    if (![organizationId, ...ids].every(isId)) throw new Error('an id is a UUID');
    const runner = this.source.createQueryRunner();
    try {
      const client = await runner.connect() as SimpleClient;
      const statement = sql.replace(/\$(\d+)/g, (_, number: string) => `'${ids[Number(number) - 1]!}'::uuid`);
      const results = await client.query<T>(`select set_config('app.organization_id', '${organizationId}', true); ${statement}`);
      return results[1]!.rows;
    } finally {
      await runner.release();
    }
  }

  /** Runs `work` in one transaction and commits it; any error rolls everything back and is thrown on. */
  async run<T>(actor: Actor, work: (tx: TenantTx) => Promise<T>): Promise<T> {
    const open = this.joined.get(actor);
    if (open) return work(open);
    const runner = this.source.createQueryRunner();
    try {
      const tx = await TenantTx.begin(runner, actor);
      const result = await work(tx);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw asDomainError(error);
    } finally {
      await runner.release();
    }
  }
}

/** The same door on the role that may read organisation keys and write seals: only the worker is given its password. */
@Injectable()
export class SealerDb extends TenantDb {
  constructor(@Inject(SEALER) source: DataSource) {
    super(source);
  }
}

/** Races that only the database can see become answers a person understands; everything else stays a defect. */
function asDomainError(error: unknown): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const { code } = error.driverError as { code?: string };
  if (code === '23505') return conflict('common.already_exists');
  if (code === '23503') return invalid('common.reference_missing');
  if (code === '22P02' || code === '22007') return invalid('common.malformed');
  return error;
}
