import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pickAccount } from './account.js';
import { findBinaries } from './binaries.js';
import { initialise, keptPassword, type Cluster } from './cluster.js';
import { DirectoryLock } from './directory-lock.js';
import { EmbeddedPostgresError } from './embedded.error.js';
import type { EmbeddedLog } from './embedded.log.js';
import { makeDataDir, placeHome, rememberedHome } from './places.js';
import { KeptPort } from './port.js';
import { superuserUrl } from './probe.js';
import { Server } from './server.js';

export interface EmbeddedPostgresOptions {
  /** Made if absent. Holds the lock, the port, the password and (unless displaced) the cluster. */
  dataDir: string;
  log: EmbeddedLog;
  /** For tests: nothing is synced to disk and a power failure destroys the data. */
  fast?: boolean;
  /** A fixed port instead of a free one that is kept. */
  port?: number;
  /** The programs to use instead of those from npm (`PG_BIN_DIR`). */
  binDir?: string;
}

export interface EmbeddedAddress {
  host: string;
  port: number;
  /** Of the superuser `postgres`; contains the password. */
  superuserUrl: string;
}

interface Started {
  dataDir: string;
  home: string;
  lock: DirectoryLock;
  server: Server;
  address: EmbeddedAddress;
}

function requireLinux(): void {
  if (process.platform === 'linux') return;
  throw new EmbeddedPostgresError(
    'unsupported_platform',
    `The embedded PostgreSQL runs on Linux only, not on ${process.platform}. Set DATABASE_URL and its companions to an existing PostgreSQL.`,
  );
}

/** A PostgreSQL of our own, from npm, for one machine. See README.md beside this file. */
export class EmbeddedPostgres {
  private starting: Promise<Started> | null = null;

  constructor(private readonly options: EmbeddedPostgresOptions) {}

  /**
   * Resolves when the server takes connections. Asked twice, it starts once.
   *
   * @throws EmbeddedPostgresError with a code and a message for the person at the terminal
   */
  async start(): Promise<EmbeddedAddress> {
    this.starting ??= this.open();
    try {
      return (await this.starting).address;
    } catch (error) {
      this.starting = null;
      throw error;
    }
  }

  /** Stops the server, also one that is still starting; without one it does nothing. */
  async stop(): Promise<void> {
    const started = await this.starting?.catch(() => null);
    this.starting = null;
    if (!started) return;
    try {
      await started.server.stop();
    } finally {
      started.lock.release();
    }
  }

  /** Stops the server and deletes everything it kept: for throw-away clusters. */
  async destroy(): Promise<void> {
    const started = await this.starting?.catch(() => null);
    await this.stop();
    for (const path of started ? [started.home, started.dataDir] : []) {
      rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    }
  }

  private async open(): Promise<Started> {
    requireLinux();
    const dataDir = makeDataDir(this.options.dataDir);
    const lock = new DirectoryLock(dataDir);
    lock.acquire();
    try {
      const { log } = this.options;
      const cluster = await this.prepare(dataDir);
      if (await initialise(cluster)) log.info(`A new database was made in ${cluster.data}.`);
      const server = new Server(cluster, new KeptPort(dataDir, this.options.port), log);
      const address = await server.start();
      const { host, port } = address;
      return { dataDir, home: cluster.home, lock, server, address: { host, port, superuserUrl: superuserUrl(address) } };
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  private async prepare(dataDir: string): Promise<Cluster> {
    const { log, binDir, fast = false } = this.options;
    const account = pickAccount(join(rememberedHome(dataDir), 'data'));
    const binaries = findBinaries(account, binDir, log);
    const home = await placeHome(dataDir, account, fast, log);
    const data = join(home, 'data');
    return { account, binaries, home, data, password: keptPassword(dataDir, data), fast };
  }
}
