import { Client } from 'pg';
import type { TestDatabase } from '../support/database.js';
import { until } from './until.js';

/** A statement of the worker at which it can be made to stand still, always after it was carried out and before it is committed. */
export interface Point { readonly event: string; readonly table: string; readonly when?: string; /** Names the certificate; left out on app.certificate itself. */ readonly idColumn?: string }

const LOCK = 4711;
const STAND_STILL = `create or replace function public.stand_still() returns trigger language plpgsql as $$
  declare inspection uuid;
  begin
    if tg_table_name = 'certificate' then inspection := new.inspection_id;
    else select c.inspection_id into inspection from app.certificate c where c.id = (to_jsonb(new) ->> tg_argv[1])::uuid;
    end if;
    if inspection = tg_argv[0]::uuid then perform pg_advisory_xact_lock(${LOCK}); end if;
    return null;
  end $$`;

/** Lets the worker come as far as a point in the making of one certificate and no further. Lives in the test's own database: the product has no hook for it. */
export class Holding {
  private constructor(private readonly client: Client, private readonly table: string) {}

  static async at({ event, table, when, idColumn }: Point, inspectionId: string, database: TestDatabase): Promise<Holding> {
    const client = new Client({ connectionString: database.superuserUrl() });
    client.on('error', () => undefined); // a test that failed drops its database under us
    await client.connect();
    await client.query(STAND_STILL);
    await client.query(`select pg_advisory_lock(${LOCK})`);
    await client.query(`create trigger stand_still after ${event} on ${table} for each row ${when ? `when (${when})` : ''}
      execute function public.stand_still('${inspectionId}', '${idColumn ?? ''}')`);
    return new Holding(client, table);
  }

  /** Resolves when so many transactions of workers stand still, here or behind one that does. */
  async standing(howMany = 1): Promise<void> {
    await until(`${howMany} transactions of workers stand still`, async () => {
      const { rows } = await this.client.query<{ waiting: number; here: boolean }>(
        `select count(distinct l.pid)::int as waiting, coalesce(bool_or(l.objid = ${LOCK}), false) as here from pg_locks l join pg_stat_activity a using (pid)
         where l.locktype = 'advisory' and not l.granted and a.datname = current_database() and a.application_name = 'kenshu worker'`);
      return rows[0]!.here && rows[0]!.waiting >= howMany;
    });
  }

  async release(): Promise<void> {
    await this.client.query(`select pg_advisory_unlock(${LOCK})`);
    await this.client.query(`drop trigger stand_still on ${this.table}`);
    await this.client.end();
  }
}
