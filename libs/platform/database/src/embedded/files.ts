import { randomBytes } from 'node:crypto';
import { closeSync, fchownSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Readers see the old text or the new one, never half of it; only the owner can read it. The owner is
 * the directory's: once started as root, a user's data directory still belongs to the user.
 */
export function writeFileWhole(path: string, text: string): void {
  const side = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  const file = openSync(side, 'wx', 0o600);
  try {
    const { uid, gid } = statSync(dirname(path));
    if (process.getuid?.() === 0 && uid !== 0) fchownSync(file, uid, gid);
    writeSync(file, text);
  } finally {
    closeSync(file);
  }
  renameSync(side, path);
}
