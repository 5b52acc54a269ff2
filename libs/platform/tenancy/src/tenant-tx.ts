import type { EntityManager, QueryRunner } from 'typeorm';
import { isId } from './ids.js';
import type { OrganizationId } from './ids.js';
import type { Actor } from './actor.js';

/**
 * One open transaction of one organisation. Nothing can be read or written without it: every repository method takes it
 * first, and only TenantDb can make one. It is dead once its transaction has ended.
 */
export class TenantTx {
  private constructor(private readonly runner: QueryRunner, readonly actor: Actor) {}

  static async begin(runner: QueryRunner, actor: Actor): Promise<TenantTx> {
    if (!isId(actor.organizationId)) throw new Error('an organisation id is a UUID');
    // One round trip. The id is checked above, and a simple query cannot carry parameters.
    await runner.query(`begin; select set_config('app.organization_id', '${actor.organizationId}', true)`);
    // TypeORM did not see this begin: unmarked, save() would open and commit a transaction of its own, without the tenant.
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
    return new TenantTx(runner, actor);
  }

  get organizationId(): OrganizationId {
    return this.actor.organizationId;
  }

  /** For repositories only. */
  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** Rows of one statement; `$1` parameters. */
  async query<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    const { records } = await this.runner.query(sql, [...parameters], true);
    return (records ?? []) as T[];
  }

  /** How many rows one statement touched. */
  async affect(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const { affected } = await this.runner.query(sql, [...parameters], true);
    return affected ?? 0;
  }

  /** Serialises work on one aggregate until the end of the transaction; a side without update policy cannot lock rows (design §3). */
  async lock(kind: string, id: string): Promise<void> {
    await this.runner.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${kind}:${id}`]);
  }
}
