import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres, ROLES, ensureDatabase, ensureRoles, migrate } from '@platform/database';
import type { RoleName } from '@platform/database';
import { installQueue } from '@platform/jobs';

export const TEMPLATE = 'kenshu_template';
const PASSWORD = 'test-only';

export interface TestCluster { readonly host: string; readonly port: number; readonly superuserUrl: string }

export const urlOf = (cluster: TestCluster, role: RoleName, database: string): string =>
  `postgres://${role}:${PASSWORD}@${cluster.host}:${cluster.port}/${database}`;

/** A throw-away cluster without fsync, and in it one migrated database that every test clones. */
export async function startCluster(): Promise<{ cluster: TestCluster; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kenshu-test-'));
  const postgres = new EmbeddedPostgres({ dataDir, fast: true, log: { info: () => undefined, warn: () => undefined } });
  const cluster = await postgres.start();
  try {
    await migrateFresh(cluster, TEMPLATE);
  } catch (error) {
    await postgres.destroy(); // a failed migration must not leave a server behind
    throw error;
  }
  return {
    cluster,
    stop: async () => {
      await postgres.destroy();
    },
  };
}

/** Roles with a known password, an empty database, all migrations, the queue. */
export async function migrateFresh(cluster: TestCluster, database: string): Promise<void> {
  const passwords = Object.fromEntries(ROLES.map((role) => [role, PASSWORD]));
  await ensureRoles(cluster.superuserUrl, passwords);
  await ensureDatabase(cluster.superuserUrl, database);
  await migrate({ ownerUrl: urlOf(cluster, 'kenshu_owner', database), install: installQueue });
}
