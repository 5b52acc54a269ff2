import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { TestDatabase } from '../support/database.js';
import { until } from './until.js';

const ROOT = resolve(__dirname, '../..');
const MAIN = resolve(ROOT, 'dist/apps/worker/src/main.js');

export interface WorkerPlace {
  readonly database: TestDatabase;
  readonly masterKey: Buffer;
  /** Shared by all workers of one place, as the volume of one installation is. */
  readonly dataDir: string;
  /** Milliseconds from today to the time of the journey. */
  readonly clockShift: number;
}

interface Line { readonly msg: string; readonly queue?: string; readonly error?: string }

/** The worker as it is shipped: a process of its own from dist/, reached only through the database and its signals. */
export class WorkerProcess {
  private said = '';
  private ended = false;

  private constructor(private readonly child: ChildProcessByStdio<null, Readable, Readable>) {
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { this.said += text; });
    child.once('exit', () => { this.ended = true; });
  }

  /** Resolves when it takes jobs. */
  static async start(place: WorkerPlace): Promise<WorkerProcess> {
    const { database, masterKey, dataDir, clockShift } = place;
    const child = spawn(process.execPath, ['-r', resolve(__dirname, 'shifted-clock.cjs'), MAIN], {
      cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir, PORT: String(await freePort()), PUBLIC_URL: 'https://kenshu.example.jp',
        DATABASE_URL_RUNTIME: database.url('kenshu_runtime'), DATABASE_URL_SEALER: database.url('kenshu_sealer'), DATABASE_URL_OPS: database.url('kenshu_ops'),
        MASTER_KEY: masterKey.toString('base64'), LOG_LEVEL: 'info', TEST_CLOCK_SHIFT_MS: String(clockShift),
        PUPPETEER_EXECUTABLE_PATH: process.env.PUPPETEER_EXECUTABLE_PATH, CHROMIUM_NO_SANDBOX: process.env.CHROMIUM_NO_SANDBOX,
      },
    });
    const worker = new WorkerProcess(child);
    await until('the worker takes jobs', () => {
      if (worker.ended) throw new Error(`the worker ended at once:\n${worker.said}`);
      return worker.lines().some(({ msg }) => msg === 'worker started');
    });
    return worker;
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Its log so far; what is no JSON (a crash) is left out. */
  lines(): Line[] {
    return this.said.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}')).map((line) => JSON.parse(line) as Line);
  }

  failures(): string[] {
    return this.lines().filter(({ msg }) => msg === 'job failed').map(({ queue, error }) => `${queue}: ${error}`);
  }

  /** The processes it started itself: its Chromium. */
  children(): number[] {
    return processes().filter(({ parent }) => parent === this.pid).map(({ pid }) => pid);
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    if (this.ended) return;
    process.kill(this.pid, signal);
    await until(`process ${this.pid} is gone`, () => this.ended);
  }
}

/** False for a zombie: in a container without an init nobody collects an orphan. */
export const isRunning = (pid: number): boolean => processes().some((one) => one.pid === pid && one.state !== 'Z');

function processes(): { pid: number; parent: number; state: string }[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return [{ pid: Number(name), parent: Number(parent), state: state! }];
    } catch {
      return []; // gone meanwhile
    }
  });
}

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
