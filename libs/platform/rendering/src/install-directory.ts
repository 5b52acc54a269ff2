import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';

const MANIFEST = 'manifest.json';

type Manifest = Record<string, string>;

/**
 * Makes `target` hold what `fill` writes, once: filled in a side directory, hashed, then renamed, so that a half-written copy never
 * has the final name. Two processes may do it at once: the second finds the first one's and drops its own. A copy whose bytes no
 * longer match its manifest is replaced.
 */
export async function installDirectory(target: string, fill: (directory: string) => Promise<void>): Promise<string> {
  if (await isIntact(target)) return target;
  await mkdir(dirname(target), { recursive: true });
  await sweepAbandoned(dirname(target));
  const side = `${target}${ownedSuffix()}.part`;
  await mkdir(side);
  try {
    await fill(side);
    await openToAll(side);
    await writeFile(join(side, MANIFEST), JSON.stringify(await hashAll(side)), { mode: 0o644 });
    await moveIntoPlace(side, target);
  } finally {
    await rm(side, { recursive: true, force: true });
  }
  return target;
}

/** `.<host>.<pid>.<random>`: whose it is, so that a later start can tell what a killed process left behind. */
export function ownedSuffix(): string {
  return `.${hostname()}.${process.pid}.${randomBytes(4).toString('hex')}`;
}

/** Removes what processes of this machine that are gone left in `directory`. */
export async function sweepAbandoned(directory: string): Promise<void> {
  for (const name of await readdir(directory).catch(() => [])) {
    const match = /\.(\d+)\.[0-9a-f]{8}(\.part|\.bad)?$/.exec(name);
    if (!match || !name.slice(0, match.index).endsWith(`.${hostname()}`) || isAlive(Number(match[1]))) continue;
    await rm(join(directory, name), { recursive: true, force: true });
  }
}

async function moveIntoPlace(side: string, target: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await rename(side, target);
    } catch (error) {
      const taken = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
      if (!taken || attempt === 3) throw error;
    }
    // Looked at again only now: another process may have put a good copy there meanwhile, and that one must stay.
    if (await isIntact(target)) return;
    const bad = `${target}${ownedSuffix()}.bad`;
    await rename(target, bad).catch(() => undefined);
    await rm(bad, { recursive: true, force: true });
  }
}

async function isIntact(directory: string): Promise<boolean> {
  try {
    const manifest = JSON.parse(await readFile(join(directory, MANIFEST), 'utf8')) as Manifest;
    const actual = await hashAll(directory);
    const names = Object.keys(manifest);
    return names.length === Object.keys(actual).length && names.every((name) => actual[name] === manifest[name]);
  } catch {
    return false;
  }
}

async function hashAll(directory: string): Promise<Manifest> {
  const files = (await filesBelow(directory)).filter((file) => file !== join(directory, MANIFEST));
  const hashes = await Promise.all(files.map(async (file) => [relative(directory, file), await sha256(file)] as const));
  return Object.fromEntries(hashes);
}

async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/** The browser runs as another account; a umask of 077 must not lock it out. */
async function openToAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
