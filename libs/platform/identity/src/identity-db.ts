import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, QueryRunner } from 'typeorm';
import { RUNTIME } from '@platform/database';

/** Whatever can run a statement: this door, one of its transactions, or a tenant's transaction that also writes identity rows. */
export interface SqlRunner {
  query<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
}

/** The door to schema `identity`, where no tenant is known yet. It reaches nothing in schema `app`: there no policy lets it through. */
@Injectable()
export class IdentityDb implements SqlRunner {
  constructor(@Inject(RUNTIME) private readonly source: DataSource) {}

  async query<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    const runner = this.source.createQueryRunner();
    try {
      return await rows<T>(runner, sql, parameters);
    } finally {
      await runner.release();
    }
  }

  async transaction<T>(work: (tx: SqlRunner) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction();
      const result = await work({ query: (sql, parameters) => rows(runner, sql, parameters ?? []) });
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }
}

async function rows<T>(runner: QueryRunner, sql: string, parameters: readonly unknown[]): Promise<T[]> {
  const { records } = await runner.query(sql, [...parameters], true);
  return (records ?? []) as T[];
}
