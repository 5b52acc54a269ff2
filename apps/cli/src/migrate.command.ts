import { loadConfig } from '@platform/config';
import type { Config } from '@platform/config';
import { migrate } from '@platform/database';
import type { RoleUrls } from '@platform/database';
import { installQueue } from '@platform/jobs';
import { withDatabase } from './databases.js';
import { DONE } from './terminal.js';
import type { ExitStatus, Terminal } from './terminal.js';

/** Brings the database to this version: the roles (with `admin`, a superuser or a role with CREATEROLE), migrations in pipeline order, the queue. */
export async function migrateCommand({ admin }: { readonly admin?: string }, at: Terminal): Promise<ExitStatus> {
  const config = loadConfig(at.env);
  const done = await withDatabase(config, at, async ({ urls, migrated }) => [
    ...migrated, ...await migrate({ ownerUrl: urls.kenshu_owner, install: installQueue, ...roles(config, urls, admin) }),
  ]);
  done.forEach((name) => at.out(`  ${name}`));
  at.out(at.t(done.length > 0 ? 'cli.migrate.done' : 'cli.migrate.nothing', { count: done.length }));
  return DONE;
}

/** The embedded database keeps its own roles; elsewhere the passwords stand in the addresses of the doors. */
function roles(config: Config, urls: RoleUrls, admin?: string): object {
  if (config.embedded || admin === undefined) return {};
  const passwords = Object.fromEntries(Object.entries(urls).map(([role, url]) => [role, decodeURIComponent(new URL(url).password)]));
  return { adminUrl: admin, passwords };
}
