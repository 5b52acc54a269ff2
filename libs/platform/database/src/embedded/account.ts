import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { EmbeddedPostgresError } from './embedded.error.js';

/** The operating system account PostgreSQL runs under; null means: the one we run under ourselves. */
export type Account = { name: string; uid: number; gid: number } | null;

export interface RunResult {
  code: number | null;
  output: string;
}

// Nothing of our own environment (secrets, PGDATA, locale) reaches PostgreSQL.
const ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C', LC_ALL: 'C', TZ: 'UTC' };

// cwd '/' because the account may not be allowed to enter ours.
function spawnOptions(account: Account) {
  return { cwd: '/', env: ENVIRONMENT, ...(account && { uid: account.uid, gid: account.gid }) };
}

/** Runs a program to its end, in its own session, so that Ctrl-C in the terminal does not reach it. */
export function run(account: Account, command: string, args: readonly string[]): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...spawnOptions(account), detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: output.trim() }));
  });
}

/** What `command` prints when run by the account, or null when the account cannot run it. */
export function tryRun(account: Account, command: string, args: readonly string[]): string | null {
  const result = spawnSync(command, args, { ...spawnOptions(account), encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim() : null;
}

/** Asks the kernel instead of computing modes: ACLs, noexec mounts and namespaces count too. */
export function canEnter(account: Account, directory: string): boolean {
  return tryRun(account, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', directory]) !== null;
}

function fromPasswd(name: string): Account {
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((row) => row.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid && uid !== '0' ? { name, uid: Number(uid), gid: Number(gid) } : null;
}

function ownerOf(existingData: string): Account {
  const stat = statSync(existingData, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { name: `uid ${stat.uid}`, uid: stat.uid, gid: stat.gid } : null;
}

/**
 * PostgreSQL refuses to run as root and wants to own its data: as root the owner of data that
 * already exists comes first, then `postgres`, then `nobody`. Anybody else runs it as self.
 *
 * @throws EmbeddedPostgresError `no_account`
 */
export function pickAccount(existingData: string): Account {
  if (process.getuid?.() !== 0) return null;
  const candidates = [ownerOf(existingData), fromPasswd('postgres'), fromPasswd('nobody')];
  const account = candidates.find((candidate) => candidate && canEnter(candidate, '/'));
  if (account) return account;
  throw new EmbeddedPostgresError(
    'no_account',
    'PostgreSQL does not run as root, and neither "postgres" nor "nobody" can be used here. ' +
      'Start Kenshu as a normal user, or set DATABASE_URL to an existing PostgreSQL.',
  );
}
