import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../apps/cli/src/program.js';
import { terminal } from '../../apps/cli/src/terminal.js';
import type { TestDatabase } from '../support/database.js';
import { NOW } from '../verifier/verification.fixtures.js';

export interface Ran { readonly status: number; readonly out: string; readonly err: string }

/** A folder that goes away. */
export function folder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'kenshu-cli-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** One command line in this process, with an environment of its own. */
export async function kenshu(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const at = { ...terminal({ LANG: 'en_US.UTF-8', ...env }), now: () => NOW, out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
  const status = await run(['node', 'kenshu', ...args], at);
  return { status, out: out.join('\n'), err: err.join('\n') };
}

/** As an operator configures an outside PostgreSQL. */
export const outside = (database: TestDatabase): Record<string, string> => ({
  DATABASE_URL: database.url('kenshu_owner'), DATABASE_URL_RUNTIME: database.url('kenshu_runtime'), DATABASE_URL_SEALER: database.url('kenshu_sealer'),
  DATABASE_URL_VERIFIER: database.url('kenshu_verifier'), DATABASE_URL_OPS: database.url('kenshu_ops'),
});
