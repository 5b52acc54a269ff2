import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { until } from '../worker/until.js';

const MB = 1024;

/** A server that the bench started; ended by its own pid. */
export class Server {
  private ended = false;
  private said = '';

  private constructor(private readonly child: ChildProcess, private readonly port: number) {
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => { this.said += text; });
    child.once('exit', () => { this.ended = true; });
  }

  /** Resolves at the first good answer of `path`. */
  static async start(args: readonly string[], env: NodeJS.ProcessEnv, port: number, path: string): Promise<Server> {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env, PORT: String(port) } });
    const server = new Server(child, port);
    try {
      await until(`${path} answers`, async () => {
        if (server.ended) throw new Error(`it ended at once:\n${server.said.trim().split('\n').slice(-5).join('\n')}`);
        return (await server.status(path)) === 200;
      }, 60_000);
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  get pid(): number {
    return this.child.pid!;
  }

  async stop(): Promise<void> {
    if (!this.ended) process.kill(this.pid, 'SIGTERM');
    await until(`process ${this.pid} is gone`, () => this.ended, 20_000).catch(() => process.kill(this.pid, 'SIGKILL'));
  }

  private status(path: string): Promise<number> {
    return new Promise((done) => {
      const asked = request({ host: '127.0.0.1', port: this.port, path, agent: false }, (response) => { response.resume(); done(response.statusCode ?? 0); });
      asked.once('error', () => done(0)).end();
    });
  }
}

/** The server of an embedded PostgreSQL, wherever its cluster was placed; null when none was ever started. */
export function postmasterOf(dataDir: string): number | null {
  const pointer = join(dataDir, 'location.json');
  const home = existsSync(pointer) ? (JSON.parse(readFileSync(pointer, 'utf8')) as { home: string }).home : join(dataDir, 'cluster');
  const file = join(home, 'data', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

/** Resident memory of one process in MB. */
export function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / MB;
}

/** Memory of a process and everything below it in MB, what they share counted once (PSS). */
export function sharedOnceMb(pid: number): number {
  return [pid, ...descendants(pid)].reduce((sum, one) => sum + proportionalMb(one), 0);
}

export function childrenOf(pid: number): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((other) => {
    try {
      const stat = readFileSync(`/proc/${other}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid;
    } catch {
      return false; // gone meanwhile
    }
  });
}

const descendants = (pid: number): number[] => childrenOf(pid).flatMap((child) => [child, ...descendants(child)]);

function proportionalMb(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / MB;
  } catch {
    return 0; // another account's, and we are not root
  }
}
