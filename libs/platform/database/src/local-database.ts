import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgres } from './embedded/index.js';
import type { EmbeddedLog } from './embedded/index.js';
import { migrate } from './migrate.js';
import { ROLES, dropDatabase, ensureDatabase, ensureRoles } from './roles.js';
import type { RoleName } from './roles.js';

export type RoleUrls = Readonly<Record<RoleName, string>>;

export interface LocalDatabaseOptions {
  readonly dataDir: string;
  readonly log: EmbeddedLog;
  readonly binDir?: string;
  /** Installs what lives beside our schema (the queue). */
  readonly install: (ownerUrl: string) => Promise<void>;
  /** For throw-away databases: nothing is synced to disk. */
  readonly fast?: boolean;
  /** Throws away what is in the database: for a worked example whose making was interrupted, never for anything a person wrote. */
  readonly discard?: boolean;
}

export interface LocalDatabase {
  readonly urls: RoleUrls;
  /** Migrations that ran now; all of them on the first start. */
  readonly migrated: readonly string[];
  stop(): Promise<void>;
  /** Stops it and deletes everything it kept. */
  destroy(): Promise<void>;
}

const NAME = 'kenshu';

/** Starts the embedded PostgreSQL of one data directory and brings it to this version: roles with passwords kept beside it, database, migrations. */
export async function startLocalDatabase(options: LocalDatabaseOptions): Promise<LocalDatabase> {
  const { dataDir, log, binDir, fast, install, discard } = options;
  const postgres = new EmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), log, binDir, fast });
  const { host, port, superuserUrl } = await postgres.start();
  try {
    const passwords = keptPasswords(dataDir);
    await ensureRoles(superuserUrl, passwords);
    if (discard) await dropDatabase(superuserUrl, NAME);
    await ensureDatabase(superuserUrl, NAME);
    const urls = Object.fromEntries(ROLES.map((role) => [role, `postgres://${role}:${passwords[role]}@${host}:${port}/${NAME}`])) as RoleUrls;
    const migrated = await migrate({ ownerUrl: urls.kenshu_owner, install });
    keep(addressFile(dataDir), urls);
    return { urls, migrated, stop: () => postgres.stop(), destroy: () => postgres.destroy() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** The addresses of a local database that another process of this machine started, for commands that run beside it. */
export function runningLocalDatabase(dataDir: string): RoleUrls | null {
  const file = addressFile(dataDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RoleUrls) : null;
}

const addressFile = (dataDir: string): string => join(dataDir, 'secrets', 'database.json');

function keptPasswords(dataDir: string): Record<RoleName, string> {
  const file = join(dataDir, 'secrets', 'roles.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Record<RoleName, string>;
  const passwords = Object.fromEntries(ROLES.map((role) => [role, randomBytes(24).toString('base64url')])) as Record<RoleName, string>;
  keep(file, passwords);
  return passwords;
}

/** Written beside and renamed, so that a kill never leaves half a file. */
function keep(file: string, content: object): void {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
