import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { RenderingError } from './rendering-error.js';

/** `nobody`: Chromium refuses its sandbox as root, and a renderer of strangers' text has no business being root. */
export const NOBODY = { uid: 65534, gid: 65534 } as const;

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The command that a program is started through: nothing for an ordinary user, a change of account for root. */
export function startPrefix(): readonly string[] {
  if (!isRoot()) return [];
  const setpriv = findInPath(['setpriv']);
  if (!setpriv) throw new RenderingError('browser_failed', 'Running as root needs setpriv (util-linux) to start Chromium under another account. Install it, or run as an ordinary user.');
  return [setpriv, `--reuid=${NOBODY.uid}`, `--regid=${NOBODY.gid}`, '--clear-groups'];
}

/** Whether another account may pass every existing directory on the way to (and into) `path`. */
export function isEnterable(path: string): boolean {
  let existing = resolve(path);
  while (!existsSync(existing)) existing = dirname(existing);
  for (let directory = realpathSync(existing); ; directory = dirname(directory)) {
    if (statSync(directory).isDirectory() && (statSync(directory).mode & 0o001) === 0) return false;
    if (dirname(directory) === directory) return true;
  }
}

/**
 * Where browser and fonts are kept: `wanted`, unless we are root and the unprivileged account cannot get there (a checkout or data
 * directory with mode 0700, such as below root's home); then a directory of our own below the temporary one.
 */
export function reachableDirectory(wanted: string, log: (message: string) => void, root = isRoot()): string {
  if (!root || isEnterable(wanted)) {
    makeOpen(wanted);
    return resolve(wanted);
  }
  const parent = [tmpdir(), '/tmp', '/var/tmp'].find((directory) => existsSync(directory) && isEnterable(directory));
  if (!parent) throw new RenderingError('browser_failed', `No directory that the account ${NOBODY.uid} may enter: ${wanted} and the temporary directories are closed to it.`);
  const other = join(parent, `kenshu-rendering-${createHash('sha256').update(resolve(wanted)).digest('hex').slice(0, 12)}`);
  makeOpen(other);
  assertOurs(other);
  log(`${wanted} is closed to the account Chromium runs under; using ${other}`);
  return other;
}

export function findInPath(names: readonly string[]): string | null {
  const directories = (process.env['PATH'] ?? '').split(delimiter).filter((directory) => directory.startsWith('/'));
  const candidates = names.flatMap((name) => directories.map((directory) => join(directory, name)));
  return candidates.find((file) => isExecutable(file)) ?? null;
}

export function isExecutable(file: string): boolean {
  return existsSync(file) && statSync(file).isFile() && (statSync(file).mode & 0o111) !== 0;
}

/** Only what we create is opened: an existing directory's mode was somebody's decision. */
function makeOpen(directory: string): void {
  const first = mkdirSync(directory, { recursive: true });
  if (first === undefined) return;
  for (let made = resolve(directory); made.length >= resolve(first).length; made = dirname(made)) chmodSync(made, 0o755);
}

/** A name below /tmp can be guessed: whoever made it first must be us, and nobody else may write there. */
function assertOurs(directory: string): void {
  const found = lstatSync(directory);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) {
    throw new RenderingError('browser_failed', `${directory} belongs to someone else or is writable by others; remove it.`);
  }
}
