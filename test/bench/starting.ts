import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EmbeddedPostgres } from '@platform/database';
import { freePort } from '../worker/worker-process.js';
import { inTurns, median, timed } from './measure.js';
import { Server, childrenOf, postmasterOf, residentMb, sharedOnceMb } from './processes.js';
import { row } from './report.js';
import type { Row } from './report.js';

const STANDALONE = resolve(__dirname, '../../dist/apps/standalone/src/main.js');
const HELLO = resolve(__dirname, 'hello-nest.cjs');
const SILENT = { info: () => undefined, warn: () => undefined };
const FIRST_STARTS = 2;
const ROUNDS = 3;
/** What a process has allocated for its start is given back within this time, or never. */
const IDLE_AFTER_MS = 5000;

/** What `npm start` runs, up to its first answer: with nothing there, and with the data of an earlier start. */
export async function starting(): Promise<Row[]> {
  const places: string[] = [];
  const place = (): string => {
    const path = mkdtempSync(join(tmpdir(), 'kenshu-bench-'));
    chmodSync(path, 0o755); // root's PostgreSQL and Chromium run under another account and have to come in
    places.push(path);
    return path;
  };
  try {
    const first: number[] = [];
    const empty: number[] = [];
    for (let start = 0; start < FIRST_STARTS; start += 1) {
      first.push(await untilReady(place()));
      empty.push(await bareStart(place()));
    }
    const [ours, theirs] = [places[0]!, places[1]!];
    const again = await inTurns(ROUNDS, () => untilReady(ours), () => bareStart(theirs));
    return [
      row('first start to ready (no example)', 'ms', median(first), { reference: median(empty), ratio: median(first) / median(empty), note: 'node -e 0, initdb and pg_ctl start' }),
      row('later start to ready', 'ms', again.ours, { ...again, note: 'node -e 0 and pg_ctl start' }),
      ...await memory(ours),
    ];
  } finally {
    for (const path of places) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function untilReady(dataDir: string): Promise<number> {
  let server: Server | undefined;
  const milliseconds = await timed(async () => { server = await standalone(dataDir); });
  await server!.stop();
  return milliseconds;
}

async function standalone(dataDir: string): Promise<Server> {
  const port = await freePort();
  return Server.start([STANDALONE], { DATA_DIR: dataDir, STORY: 'none', LOG_LEVEL: 'warn' }, port, '/readyz');
}

/** The two things that no start can be without: a Node process and the database server. */
async function bareStart(dataDir: string): Promise<number> {
  const postgres = new EmbeddedPostgres({ dataDir: join(dataDir, 'bare'), log: SILENT });
  const milliseconds = await timed(async () => {
    await new Promise<void>((done) => { spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }).once('exit', () => done()); });
    await postgres.start();
  });
  await postgres.stop();
  return milliseconds;
}

async function memory(dataDir: string): Promise<Row[]> {
  const port = await freePort();
  const hello = await Server.start([HELLO], {}, port, '/');
  try {
    const server = await standalone(dataDir);
    try {
      await wait(IDLE_AFTER_MS);
      const postmaster = postmasterOf(join(dataDir, 'postgres'));
      const [ours, reference, browsers] = [residentMb(server.pid), residentMb(hello.pid), childrenOf(server.pid)];
      return [
        row('memory idle: the process of npm start (RSS)', 'MB', ours, { reference, ratio: ours / reference, note: 'a bare Nest “hello” with Express' }),
        row('memory idle: its PostgreSQL', 'MB', postmaster ? sharedOnceMb(postmaster) : null, { note: 'all server processes, shared memory once (PSS)' }),
        row('memory idle: its Chromium', 'MB', browsers.reduce((sum, pid) => sum + sharedOnceMb(pid), 0), { note: browsers.length === 0 ? 'starts with the first document' : 'PSS' }),
      ];
    } finally {
      await server.stop();
    }
  } finally {
    await hello.stop();
  }
}
