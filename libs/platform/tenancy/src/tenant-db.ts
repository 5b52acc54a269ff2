import { Inject, Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { DataSource } from 'typeorm';
import { RUNTIME, SEALER } from '@platform/database';
import { conflict, invalid } from '@platform-pure/errors';
import type { Actor } from './actor.js';
import { TenantTx } from './tenant-tx.js';

/** The only way to rows that belong to an organisation: a transaction that the database itself binds to that organisation. */
@Injectable()
export class TenantDb {
  constructor(@Inject(RUNTIME) private readonly source: DataSource) {}

  /** Runs `work` in one transaction and commits it; any error rolls everything back and is thrown on. */
  async run<T>(actor: Actor, work: (tx: TenantTx) => Promise<T>): Promise<T> {
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
