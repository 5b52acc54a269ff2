import { readFileSync } from 'node:fs';
import { join } from 'node:path';

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/**
 * A process as nobody else can be: its number comes back, its start never does.
 * Null when it is gone, a zombie included (a container without an init leaves those behind).
 */
export function processIdentity(pid: number): string | null {
  const stat = read(`/proc/${pid}/stat`);
  if (!stat) return null;
  // The second field is the program's name in brackets and may hold spaces and brackets: see proc(5).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startTicks] = [fields[0], fields[19]];
  if (state === 'Z' || state === 'X') return null;
  return `${read('/proc/sys/kernel/random/boot_id')?.trim()}:${startTicks}`;
}

/**
 * The postmaster of this data directory if it lives. postmaster.pid alone proves nothing: after a
 * crash its number may belong to anybody, so the command line has to name the directory as well.
 */
export function livePostmaster(data: string): number | null {
  const pid = Number(read(join(data, 'postmaster.pid'))?.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1) return null;
  const words = read(`/proc/${pid}/cmdline`)?.split('\0') ?? [];
  return words.some((word, i) => word === '-D' && words[i + 1] === data) ? pid : null;
}
