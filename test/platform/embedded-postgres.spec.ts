import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres, EmbeddedPostgresError } from '../../libs/platform/database/src/embedded/index.js';
import { pickAccount } from '../../libs/platform/database/src/embedded/account.js';
import { repair } from '../../libs/platform/database/src/embedded/binaries.js';
import { DirectoryLock } from '../../libs/platform/database/src/embedded/directory-lock.js';

const isRoot = process.getuid?.() === 0;
const said: string[] = [];
const log = { info: (message: string) => void said.push(message), warn: (message: string) => void said.push(message) };
const made: EmbeddedPostgres[] = [];
let root: string;
let dataDir: string;

function embedded(options: { dataDir?: string; port?: number; fast?: boolean } = {}): EmbeddedPostgres {
  const one = new EmbeddedPostgres({ dataDir, log, fast: true, ...options });
  made.push(one);
  return one;
}

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The cluster's own directory, wherever it was placed. */
function home(): string {
  const pointer = join(dataDir, 'location.json');
  return existsSync(pointer) ? (JSON.parse(readFileSync(pointer, 'utf8')) as { home: string }).home : join(dataDir, 'cluster');
}

function killPostmaster(): void {
  process.kill(Number(readFileSync(join(home(), 'data', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
}

/** A start whose process was killed: its lock stays behind, its server as well. */
function forgetLauncher(): void {
  writeFileSync(join(dataDir, 'lock'), JSON.stringify({ pid: process.pid, identity: 'an earlier process with the same number' }));
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kenshu-embedded-'));
  chmodSync(root, 0o755);
  dataDir = join(root, 'data');
  said.length = 0;
});

afterEach(async () => {
  for (const one of made.splice(0)) await one.destroy();
  rmSync(root, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('keeps its data and its port from one start to the next, and listens on the loopback only', async () => {
    const first = embedded();
    const { port, superuserUrl } = await first.start();
    await ask(superuserUrl, 'create table kept as select 42 as answer');
    const [shown] = await ask<Record<string, string>>(
      superuserUrl,
      `select current_setting('listen_addresses') as listen, current_setting('unix_socket_directories') as sockets,
              current_setting('fsync') as fsync, current_setting('server_encoding') as encoding, lower('ＡÉ') as lowered`,
    );
    expect(shown).toEqual({ listen: '127.0.0.1', sockets: '', fsync: 'off', encoding: 'UTF8', lowered: 'ａé' });
    await first.stop();
    await expect(ask(superuserUrl, 'select 1')).rejects.toThrow(/ECONNREFUSED/);

    const again = await embedded().start();
    expect(again.port).toBe(port);
    expect(await ask(again.superuserUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(said.filter((line) => line.startsWith('A new database'))).toHaveLength(1);
  });

  it('wants the password, which only we can read', async () => {
    const { superuserUrl } = await embedded().start();
    expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600);
    expect(statSync(home()).mode & 0o777).toBe(0o700);
    await expect(ask(superuserUrl.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toThrow(/password/);
  });

  it('is not started twice: the second start is told who holds the data', async () => {
    const { superuserUrl } = await embedded().start();
    const second = embedded();
    const refusal = await second.start().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EmbeddedPostgresError);
    expect(refusal).toMatchObject({ code: 'already_running', message: expect.stringContaining(`process ${process.pid}`) });
    await second.stop(); // the refused one must not stop the server of the first
    expect(await ask(superuserUrl, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  it('recovers what was committed when its server is killed', async () => {
    const first = await embedded({ fast: false }).start();
    await ask(first.superuserUrl, 'create table committed as select 7 as answer');
    killPostmaster();
    forgetLauncher();
    const { superuserUrl } = await embedded({ fast: false }).start();
    expect(await ask(superuserUrl, 'select answer from committed')).toEqual([{ answer: 7 }]);
  });

  it('uses the server of a killed launcher again', async () => {
    const first = await embedded().start();
    forgetLauncher();
    const second = embedded();
    expect(await second.start()).toEqual(first);
    expect(said.at(-1)).toMatch(/still running/);
    await second.stop();
    await expect(ask(first.superuserUrl, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('restarts the server of a killed launcher when its settings are others', async () => {
    await embedded().start();
    forgetLauncher();
    const { superuserUrl } = await embedded({ fast: false }).start();
    expect(await ask(superuserUrl, 'show fsync')).toEqual([{ fsync: 'on' }]);
  });

  it('finds the server of a killed launcher even without the port file', async () => {
    await embedded().start();
    forgetLauncher();
    rmSync(join(dataDir, 'port'));
    const { superuserUrl } = await embedded().start();
    expect(await ask(superuserUrl, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  it('begins anew after an interrupted initdb', async () => {
    const first = embedded();
    await first.start();
    await first.stop();
    rmSync(join(home(), 'data'), { recursive: true });
    mkdirSync(join(home(), 'data.new-interrupted', 'base'), { recursive: true });
    const { superuserUrl } = await embedded().start();
    expect(await ask(superuserUrl, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect(existsSync(join(home(), 'data.new-interrupted'))).toBe(false);
  });

  it('refuses data of another major version and says which it needs', async () => {
    mkdirSync(join(dataDir, 'cluster', 'data'), { recursive: true });
    writeFileSync(join(dataDir, 'cluster', 'data', 'PG_VERSION'), '9\n');
    writeFileSync(join(dataDir, 'password'), 'irrelevant');
    const account = pickAccount(join(root, 'nothing'));
    for (const path of account ? ['cluster', 'cluster/data'] : []) chownSync(join(dataDir, path), account!.uid, account!.gid);
    await expect(embedded().start()).rejects.toMatchObject({ code: 'version_mismatch', message: expect.stringContaining('PostgreSQL 9') });
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  });

  it('refuses a directory name that a shell would interpret', async () => {
    await expect(embedded({ dataDir: join(root, 'a$(b)') }).start()).rejects.toMatchObject({ code: 'unusable_path' });
  });
});

describe('the port', () => {
  let guest: Server;
  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      guest = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1', () => resolve((guest.address() as { port: number }).port));
    });
  afterEach(() => new Promise((resolve) => guest.close(resolve)));

  it('moves when somebody else took the last one', async () => {
    const first = embedded();
    const { port } = await first.start();
    await first.stop();
    await listen(port);
    const again = await embedded().start();
    expect(again.port).not.toBe(port);
  });

  it('does not move when it was fixed', async () => {
    await expect(embedded({ port: await listen(0) }).start()).rejects.toMatchObject({ code: 'port_taken' });
  });
});

(isRoot ? describe : describe.skip)(isRoot ? 'as root' : 'as root (skipped: this run is not root’s, and only root changes accounts)', () => {
  it('places the database elsewhere below a closed directory, finds it again, and says so', async () => {
    mkdirSync(join(root, 'closed'), { mode: 0o700 });
    dataDir = join(root, 'closed', 'data');
    const first = embedded();
    const { superuserUrl } = await first.start();
    expect(home().startsWith(root)).toBe(false);
    expect(said.join()).toContain(home());
    expect(statSync(home())).toMatchObject({ uid: pickAccount(join(root, 'nothing'))!.uid });
    await ask(superuserUrl, 'create table kept as select 1 as answer');
    await first.stop();
    const again = await embedded().start();
    expect(await ask(again.superuserUrl, 'select answer from kept')).toEqual([{ answer: 1 }]);
  });

  it('gives a new database to who deleted the data directory, also when the old one lay elsewhere', async () => {
    mkdirSync(join(root, 'closed'), { mode: 0o700 });
    dataDir = join(root, 'closed', 'data');
    const first = await embedded().start();
    await ask(first.superuserUrl, 'create table old_table()');
    rmSync(dataDir, { recursive: true });
    const { superuserUrl } = await embedded().start();
    expect(await ask(superuserUrl, `select to_regclass('old_table')::text as old`)).toEqual([{ old: null }]);
  });
});

describe('the lock', () => {
  const lockOf = (holder: object) => {
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'lock'), JSON.stringify(holder));
    return new DirectoryLock(dataDir);
  };

  it('of a process that is gone is taken over', () => {
    const lock = lockOf({ pid: 2 ** 22 + 1, identity: 'gone' });
    lock.acquire();
    expect(JSON.parse(readFileSync(join(dataDir, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
    lock.release();
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  });

  it('is taken over when the number belongs to another process by now', () => {
    const lock = lockOf({ pid: process.ppid, identity: 'another boot:12345' });
    expect(() => lock.acquire()).not.toThrow();
  });

  it('that is half written is taken over', () => {
    const lock = lockOf({});
    writeFileSync(join(dataDir, 'lock'), '{"pid":');
    expect(() => lock.acquire()).not.toThrow();
  });

  it('of a living process is respected, and its release by another changes nothing', () => {
    const lock = lockOf({});
    lock.acquire();
    expect(() => new DirectoryLock(dataDir).acquire()).toThrow(expect.objectContaining({ code: 'already_running' }));
  });
});

describe('the programs from npm', () => {
  it('get back the links and the right to be run that --ignore-scripts withholds', () => {
    const native = join(root, 'native');
    mkdirSync(join(native, 'bin'), { recursive: true });
    mkdirSync(join(native, 'lib'));
    writeFileSync(join(native, 'bin', 'postgres'), '', { mode: 0o644 });
    writeFileSync(join(native, 'lib', 'libpq.so.5.18'), 'library');
    symlinkSync('libpq.so.5.18', join(native, 'lib', 'libpq.so.5'));
    const links = ['libpq.so', 'libpq.so.5'].map((name) => ({ source: 'native/lib/libpq.so.5.18', target: `native/lib/${name}` }));
    writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links));
    repair(native);
    expect(lstatSync(join(native, 'lib', 'libpq.so')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(native, 'lib', 'libpq.so'), 'utf8')).toBe('library');
    expect(statSync(join(native, 'bin', 'postgres')).mode & 0o777).toBe(0o755);
  });
});
