import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { run } from './account.js';
import type { Cluster } from './cluster.js';
import { EmbeddedPostgresError } from './embedded.error.js';
import type { EmbeddedLog } from './embedded.log.js';
import type { KeptPort } from './port.js';
import { probe, type Address, type Found } from './probe.js';
import { livePostmaster } from './process-table.js';

const PAUSE_MS = 100;
/** How long the remains of a killed server may stand in the way. */
const REMAINS_MS = 30_000;
/** Recovery after a crash replays at most max_wal_size. */
const RECOVERY_MS = 180_000;
const LOG_LIMIT_BYTES = 10_000_000;
// pg_ctl's and the server's words for "not yet": a killed postmaster's children live on for a second.
const NOT_YET = /pre-existing shared memory|lock file .* already exists|Address already in use|could not bind|did not start in time/;

function settings(fast: boolean): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '128MB',
    max_parallel_workers_per_gather: '0', // needs /dev/shm, which is small in containers
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %q%u@%d ',
    // The log must hold neither statements (passwords of roles) nor details (values of rows).
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(fast && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0' }),
  };
}

/** The PostgreSQL server of one cluster: found, started, stopped. */
export class Server {
  /** Changes with the settings and the programs: a server left over from an older Kenshu is restarted. */
  private readonly fingerprint: string;
  private readonly logFile: string;

  constructor(
    private readonly cluster: Cluster,
    private readonly port: KeptPort,
    private readonly log: EmbeddedLog,
  ) {
    const text = JSON.stringify([cluster.binaries, settings(cluster.fast)]);
    this.fingerprint = `kenshu-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
    this.logFile = join(cluster.home, 'server.log');
  }

  /** @throws EmbeddedPostgresError `start_failed`, `port_taken`, `stop_failed` */
  async start(): Promise<Address> {
    const begun = Date.now();
    for (let launched = false; ; ) {
      const address = this.lastAddress();
      const found: Found = address ? await probe(address, this.cluster.data) : { state: 'absent', because: 'never started' };
      if (address && found.state === 'ours' && found.fingerprint === this.fingerprint) {
        if (!launched) this.log.info(`PostgreSQL was still running on port ${address.port} and is used again.`);
        return address;
      }
      const living = livePostmaster(this.cluster.data);
      if (launched && found.state === 'absent') {
        await this.stop();
        throw new EmbeddedPostgresError('start_failed', `PostgreSQL started but cannot be used: ${found.because}`);
      }
      if (living && found.state === 'starting' && Date.now() - begun < RECOVERY_MS) await wait(PAUSE_MS);
      else if (living) await this.stop();
      else launched = await this.launch(Date.now() - begun < REMAINS_MS);
    }
  }

  /** Open transactions are rolled back. @throws EmbeddedPostgresError `stop_failed` */
  async stop(): Promise<void> {
    const { account, binaries, data } = this.cluster;
    for (const mode of ['fast', 'immediate']) {
      if (!livePostmaster(data)) return;
      await run(account, binaries.pgCtl, ['stop', '-D', data, '-m', mode, '-w', '-t', '30']);
    }
    if (livePostmaster(data)) throw new EmbeddedPostgresError('stop_failed', `PostgreSQL in ${data} does not stop; see ${this.logFile}.`);
  }

  private lastAddress(): Address | null {
    const port = this.port.last();
    return port ? { host: '127.0.0.1', port, password: this.cluster.password } : null;
  }

  /** False when something of an earlier server is still in the way. */
  private async launch(mayRetry: boolean): Promise<boolean> {
    const { account, binaries, data } = this.cluster;
    const port = await this.port.choose();
    const before = this.rotateLog();
    const options = { ...settings(this.cluster.fast), cluster_name: this.fingerprint, port: String(port) };
    const words = Object.entries(options).map(([name, value]) => `-c ${name}='${value}'`);
    const args = ['start', '-D', data, '-w', '-t', '60', '-l', this.logFile, '-o', words.join(' ')];
    const { code, output } = await run(account, binaries.pgCtl, args);
    if (code === 0) return true;
    const said = `${output}\n${this.logSince(before)}`.trim();
    if (!mayRetry || !NOT_YET.test(said)) throw new EmbeddedPostgresError('start_failed', `PostgreSQL did not start:\n${said}`);
    await wait(PAUSE_MS);
    return false;
  }

  private logSize(): number {
    return statSync(this.logFile, { throwIfNoEntry: false })?.size ?? 0;
  }

  private rotateLog(): number {
    if (this.logSize() > LOG_LIMIT_BYTES) renameSync(this.logFile, `${this.logFile}.1`);
    return this.logSize();
  }

  private logSince(position: number): string {
    if (this.logSize() <= position) return '';
    const file = openSync(this.logFile, 'r');
    try {
      const buffer = Buffer.alloc(4000);
      return buffer.toString('utf8', 0, readSync(file, buffer, 0, buffer.length, position)).trim();
    } finally {
      closeSync(file);
    }
  }
}
