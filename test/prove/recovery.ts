import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EmbeddedPostgres } from '@platform/database';
import { postmasterOf } from '../bench/processes.js';
import { until } from '../worker/until.js';
import type { Proof } from './report.js';

const KILLS = 5;
const SILENT = { info: () => undefined, warn: () => undefined };

interface Holder { readonly child: ChildProcess; readonly found: { count: number; last: number }; lastCommitted(): number }

/** kill -9 of the server in the middle of its commits, and of the process that started it: nothing that was said to be committed may be missing. */
export async function recovery(random: () => number): Promise<Omit<Proof, 'name' | 'seconds'>> {
  const root = mkdtempSync(join(tmpdir(), 'kenshu-prove-'));
  chmodSync(root, 0o755); // root's PostgreSQL runs under another account and has to come in
  const dataDir = join(root, 'postgres');
  const problems: string[] = [];
  const restarts: number[] = [];
  let committed = 0;
  try {
    for (let kill = 0; kill <= KILLS; kill += 1) {
      const began = performance.now();
      const holder = await hold(dataDir);
      if (kill > 0) restarts.push(performance.now() - began);
      const { count, last } = holder.found;
      if (last < committed || count !== last) problems.push(`after kill ${kill}: ${count} rows up to ${last}, ${committed} were committed`);
      await until('something is committed', () => holder.lastCommitted() > last);
      await wait(random() * 400);
      await killBoth(holder.child, dataDir);
      committed = holder.lastCommitted();
    }
    const slowest = Math.round(Math.max(...restarts));
    return { tried: `${KILLS} kills, ${committed} commits`, held: problems.length === 0, note: problems.join('; ') || `nothing committed was lost; back after at most ${slowest} ms` };
  } finally {
    const last = new EmbeddedPostgres({ dataDir, log: SILENT });
    await last.start();
    await last.destroy();
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function hold(dataDir: string): Promise<Holder> {
  const child = spawn(process.execPath, ['-r', resolve(__dirname, '../support/run-ts.cjs'), resolve(__dirname, 'database-holder.ts'), dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => { said += text; });
  const found = await until('the database is open', () => {
    if (child.exitCode !== null) throw new Error('the database did not start');
    return /^found (\d+) (\d+)\n/.exec(said);
  });
  return { child, found: { count: Number(found[1]), last: Number(found[2]) }, lastCommitted: () => Number(/committed (\d+)\n(?:[^\n]*)$/.exec(said)?.[1] ?? 0) };
}

/** The server first, in the middle of a commit; then the process that started it. What it had said until then counts. */
async function killBoth(child: ChildProcess, dataDir: string): Promise<void> {
  const closed = new Promise<void>((done) => { child.once('close', () => done()); });
  process.kill(postmasterOf(dataDir)!, 'SIGKILL');
  child.kill('SIGKILL');
  await closed;
}
