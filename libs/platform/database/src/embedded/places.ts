import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { canEnter, type Account } from './account.js';
import { writeFileWhole } from './files.js';
import { EmbeddedPostgresError } from './embedded.error.js';
import { livePostmaster } from './process-table.js';
import type { EmbeddedLog } from './embedded.log.js';

interface Pointer {
  /** The directory that was asked for, to tell a moved directory from a copied one. */
  dataDir: string;
  home: string;
}

/** True when the directory exists afterwards, belongs to the account (null: to us) and nobody else may write into it. */
export function ownDirectory(path: string, account: Account, mode: number): boolean {
  const uid = account?.uid ?? process.getuid!();
  try {
    if (!lstatSync(path, { throwIfNoEntry: false })) {
      mkdirSync(path, { mode });
      if (account) chownSync(path, account.uid, account.gid);
      chmodSync(path, mode);
    }
    const stat = lstatSync(path); // never follows a link somebody planted in a public directory
    return stat.isDirectory() && stat.uid === uid && (stat.mode & 0o022) === 0;
  } catch {
    return false;
  }
}

/** Directories outside the checkout in which an unprivileged account can work; throw-away data goes to the temporary one. */
export function sharedPlaces(account: Account, temporary: boolean): string[] {
  const lasting = () => (ownDirectory('/var/lib/kenshu', null, 0o755) ? ['/var/lib/kenshu'] : []);
  const places = temporary ? [tmpdir(), '/var/tmp'] : [...lasting(), '/var/tmp', tmpdir()];
  return places.filter((place) => canEnter(account, place));
}

function pointerOf(dataDir: string): Pointer | null {
  const file = join(dataDir, 'location.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Pointer) : null;
}

function follow(pointer: Pointer, dataDir: string): string {
  if (pointer.dataDir !== dataDir) {
    // A copied directory would share one cluster with its original.
    if (pointerOf(pointer.dataDir)?.home === pointer.home) {
      throw new EmbeddedPostgresError(
        'unusable_path',
        `${dataDir} is a copy of ${pointer.dataDir}, but the database itself lies in ${pointer.home}. ` +
          `Remove ${dataDir} to begin with an empty database.`,
      );
    }
    writeFileWhole(join(dataDir, 'location.json'), JSON.stringify({ ...pointer, dataDir }));
  }
  return pointer.home;
}

/** At once and without a checkpoint: the next start of these data, if there is one, recovers. */
async function killPostmaster(data: string): Promise<void> {
  const pid = livePostmaster(data);
  if (pid) process.kill(pid, 'SIGQUIT');
  for (let tries = 0; livePostmaster(data) && tries < 100; tries++) await wait(50);
}

/** The data directory was deleted by its owner, who expects an empty database: what is left elsewhere is kept aside. */
async function setAside(home: string, temporary: boolean, log: EmbeddedLog): Promise<void> {
  if (!existsSync(join(home, 'data'))) return;
  await killPostmaster(join(home, 'data'));
  const aside = `${home}.old-${Date.now()}`;
  renameSync(home, aside);
  if (temporary) rmSync(aside, { recursive: true, force: true, maxRetries: 5 });
  else log.warn(`An earlier database, whose data directory no longer exists, was kept in ${aside}; it can be deleted.`);
}

async function displaced(dataDir: string, account: Account, temporary: boolean, log: EmbeddedLog): Promise<string> {
  const name = `kenshu-data-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`;
  const inside = join(dataDir, 'cluster');
  for (const place of sharedPlaces(account, temporary)) {
    const home = join(place, name);
    await setAside(home, temporary, log);
    if (existsSync(inside)) renameSync(inside, home);
    if (!ownDirectory(home, account, 0o700)) continue;
    writeFileWhole(join(dataDir, 'location.json'), JSON.stringify({ dataDir, home } satisfies Pointer));
    log.warn(`PostgreSQL runs as "${account?.name}", which cannot enter ${dataDir}; the database is kept in ${home}.`);
    return home;
  }
  throw new EmbeddedPostgresError('unusable_path', `"${account?.name}" cannot enter ${dataDir}, and no other place for the database was found.`);
}

/** Where the account keeps its things for this data directory, as remembered from an earlier start. */
export function rememberedHome(dataDir: string): string {
  const pointer = pointerOf(dataDir);
  return pointer ? follow(pointer, dataDir) : join(dataDir, 'cluster');
}

/**
 * The directory, owned by the account and closed to all others, that holds the cluster and its log:
 * inside the data directory if the account can get there, else at a place derived from its path.
 *
 * @throws EmbeddedPostgresError `unusable_path`
 */
export async function placeHome(dataDir: string, account: Account, temporary: boolean, log: EmbeddedLog): Promise<string> {
  const pointer = pointerOf(dataDir);
  const home = rememberedHome(dataDir);
  if (pointer && ownDirectory(home, account, 0o700)) return home;
  if (!pointer && canEnter(account, dataDir) && ownDirectory(home, account, 0o700)) return home;
  if (!account) throw new EmbeddedPostgresError('unusable_path', `${home} does not belong to the user who starts Kenshu.`);
  return displaced(dataDir, account, temporary, log);
}

/** Real path of the directory, made if absent; as root passable (not readable) for the account. */
export function makeDataDir(requested: string): string {
  const isRoot = process.getuid!() === 0;
  try {
    if (mkdirSync(requested, { recursive: true, mode: isRoot ? 0o711 : 0o700 })) chmodSync(requested, isRoot ? 0o711 : 0o700);
    const dataDir = realpathSync(requested);
    // pg_ctl passes the path through a shell, inside double quotes.
    if (/["$`\\\n]/.test(dataDir)) throw new EmbeddedPostgresError('unusable_path', `The data directory ${dataDir} must not contain " $ \` or \\.`);
    const probe = join(dataDir, `.writable-${process.pid}`);
    writeFileWhole(probe, '');
    rmSync(probe);
    return dataDir;
  } catch (cause) {
    if (cause instanceof EmbeddedPostgresError) throw cause;
    throw new EmbeddedPostgresError('unusable_path', `The data directory ${requested} cannot be written: ${(cause as Error).message}`, { cause });
  }
}
