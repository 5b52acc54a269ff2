import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, type Account } from './account.js';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError } from './embedded.error.js';
import { writeFileWhole } from './files.js';
import { ownDirectory } from './places.js';

export interface Cluster {
  account: Account;
  binaries: Binaries;
  /** Holds `data` and the server's log; belongs to the account. */
  home: string;
  data: string;
  password: string;
  fast: boolean;
}

/** The superuser's password: 192 bits in a file only we can read, written before the cluster that knows it. */
export function keptPassword(dataDir: string, data: string): string {
  const file = join(dataDir, 'password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (existsSync(data)) {
    throw new EmbeddedPostgresError('start_failed', `${file} is missing: without it the database in ${data} cannot be opened.`);
  }
  const password = randomBytes(24).toString('base64url');
  writeFileWhole(file, password);
  return password;
}

function initArguments(side: string, passwordFile: string, cluster: Cluster): string[] {
  // Byte order from libc ("C"), letters and case from PostgreSQL's own Unicode tables (17 and later):
  // the same on every machine, so indexes survive a change of the operating system.
  const locale = ['--locale=C', ...(cluster.binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : [])];
  return [
    ...['-D', side, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    ...['--encoding=UTF8', '--data-checksums', '--no-instructions', ...locale],
    ...(cluster.fast ? ['--no-sync'] : []),
  ];
}

/**
 * Makes the cluster if there is none. It is made at the side and renamed when whole, so what is named
 * `data` can always be started; a killed initdb may still write, hence a new name each time.
 *
 * @throws EmbeddedPostgresError `init_failed`, `version_mismatch`
 */
export async function initialise(cluster: Cluster): Promise<boolean> {
  const { account, binaries, home, data } = cluster;
  for (const name of readdirSync(home).filter((entry) => entry.startsWith('data.new-'))) {
    rmSync(join(home, name), { recursive: true, force: true, maxRetries: 5 });
  }
  if (existsSync(data)) {
    checkVersion(data, binaries);
    return false;
  }
  const side = join(home, `data.new-${randomBytes(4).toString('hex')}`);
  const passwordFile = `${side}-password`;
  try {
    if (!ownDirectory(side, account, 0o700)) throw new EmbeddedPostgresError('init_failed', `${side} cannot be made.`);
    writeFileSync(passwordFile, cluster.password, { mode: 0o600, flag: 'wx' });
    if (account) chownSync(passwordFile, account.uid, account.gid);
    const { code, output } = await run(account, binaries.initdb, initArguments(side, passwordFile, cluster));
    if (code !== 0) throw new EmbeddedPostgresError('init_failed', `PostgreSQL could not create its database:\n${output}`);
    renameSync(side, data);
    return true;
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(side, { recursive: true, force: true, maxRetries: 5 });
  }
}

function checkVersion(data: string, { major, version }: Binaries): void {
  const made = Number(readFileSync(join(data, 'PG_VERSION'), 'utf8'));
  if (made === major) return;
  throw new EmbeddedPostgresError(
    'version_mismatch',
    `${data} was made by PostgreSQL ${made} and cannot be opened by ${version}. ` +
      `Set PG_BIN_DIR to the programs of PostgreSQL ${made}, or move the data with pg_upgrade.`,
  );
}
