import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded.error.js';
import { writeFileWhole } from './files.js';
import { processIdentity } from './process-table.js';

interface Holder {
  pid: number;
  identity: string | null;
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/** One Kenshu per data directory. The lock of a killed process is taken over. */
export class DirectoryLock {
  private readonly file: string;

  constructor(private readonly dataDir: string) {
    this.file = join(dataDir, 'lock');
  }

  /** @throws EmbeddedPostgresError `already_running` while the holder lives (another manager in this process included) */
  acquire(): void {
    const mine: Holder = { pid: process.pid, identity: processIdentity(process.pid) };
    const side = `${this.file}.${process.pid}`;
    writeFileWhole(side, JSON.stringify(mine));
    try {
      // link() is the atomic step: it fails when the lock exists, whoever made it.
      while (!this.link(side)) this.dropStale();
    } finally {
      rmSync(side, { force: true });
    }
  }

  release(): void {
    if (readHolder(this.file)?.pid === process.pid) rmSync(this.file, { force: true });
  }

  private link(side: string): boolean {
    try {
      linkSync(side, this.file);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  }

  private dropStale(): void {
    const stale = `${this.file}.stale-${process.pid}`;
    this.refuseLiving(readHolder(this.file));
    try {
      renameSync(this.file, stale);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return; // released or taken over meanwhile
      throw error;
    }
    try {
      // Between reading and renaming another start may have taken over: then what we hold is its lock.
      this.refuseLiving(readHolder(stale));
    } catch (error) {
      this.link(stale);
      throw error;
    } finally {
      rmSync(stale, { force: true });
    }
  }

  private refuseLiving(holder: Holder | null): void {
    if (!holder?.identity || processIdentity(holder.pid) !== holder.identity) return;
    throw new EmbeddedPostgresError(
      'already_running',
      `Kenshu already runs on ${this.dataDir} (process ${holder.pid}). Stop it first, or choose another DATA_DIR.`,
    );
  }
}
