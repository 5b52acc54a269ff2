import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrationClasses } from './discover.js';
import { ensureRoles, requireRoles } from './roles.js';
import type { RolePasswords } from './roles.js';

export interface MigrateOptions {
  /** Connects as kenshu_owner, which owns the database. */
  readonly ownerUrl: string;
  /** A superuser or a role with CREATEROLE; without it the five roles must exist already. */
  readonly adminUrl?: string;
  readonly passwords?: RolePasswords;
  /** Installs what is not ours but lives in the same database (the queue); runs after the migrations, under the same lock. */
  readonly install?: (ownerUrl: string) => Promise<void>;
}

/** Brings a database to this version's schema: roles, migrations of every lib in pipeline order, the queue. Safe to run twice and at once. @throws RolesMissingError */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  if (options.adminUrl) await ensureRoles(options.adminUrl, options.passwords ?? {});
  else await requireRoles(options.ownerUrl);
  const lock = new Client({ connectionString: options.ownerUrl });
  await lock.connect();
  try {
    await lock.query("select pg_advisory_lock(hashtext('kenshu.migrate'))");
    const done = await runMigrations(options.ownerUrl);
    await options.install?.(options.ownerUrl);
    return done;
  } finally {
    await lock.end();
  }
}

async function runMigrations(ownerUrl: string): Promise<string[]> {
  const source = await new DataSource({
    type: 'postgres', url: ownerUrl, migrations: migrationClasses(), migrationsTableName: 'migration', logging: false, poolSize: 2,
  }).initialize();
  try {
    const done = await source.runMigrations({ transaction: 'each' });
    await source.query('grant select on public.migration to kenshu_runtime, kenshu_ops');
    return done.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** Names of the migrations this code knows and the database has not run: `/readyz` is not ready while there are any. */
export async function pendingMigrations(source: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await source.query('select name from public.migration');
  const done = new Set(rows.map((row) => row.name));
  return migrationClasses().map((type) => type.name).filter((name) => !done.has(name));
}
