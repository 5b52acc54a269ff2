import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import type { DataSource } from 'typeorm';
import { Clock } from '@platform/clock';
import { OPS } from '@platform/database';
import type { Checkpoint } from './checkpoint.rules.js';

/** Injection token: the directory that checkpoints are written to, outside the database. */
export const CHECKPOINT_DIR = Symbol('checkpoint directory');

/** Takes the heads of all chains out of the database, as the role that can see heads and nothing else. */
@Injectable()
export class Checkpoints {
  constructor(@Inject(OPS) private readonly ops: DataSource, @Inject(CHECKPOINT_DIR) private readonly directory: string, private readonly clock: Clock) {}

  /** Writes a checkpoint unless nothing has changed since the last one. @returns its file name, or null. */
  async take(): Promise<string | null> {
    const heads: Checkpoint['heads'] = await this.ops.query(
      'select distinct on (chain_id) chain_id as chain, sequence, hash from app.ledger_entry order by chain_id, sequence desc');
    const last = await latestCheckpoint(this.directory);
    if (heads.length === 0 || (last && canonicalize(last.checkpoint.heads) === canonicalize(heads))) return null;
    const at = this.clock.now().toISOString();
    const previous = last && createHash('sha256').update(last.text).digest('hex');
    const text = canonicalize({ type: 'kenshu.checkpoint/1', at, heads, previous } satisfies Checkpoint) as string;
    const name = `${at.replaceAll(/[:.]/g, '-')}.json`;
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    await writeFile(join(this.directory, `${name}.new`), text, { mode: 0o600 });
    await rename(join(this.directory, `${name}.new`), join(this.directory, name));
    return name;
  }
}

/** The newest checkpoint in a directory, with its text as written. */
export async function latestCheckpoint(directory: string): Promise<{ checkpoint: Checkpoint; text: string } | null> {
  const names = (await readdir(directory).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  const newest = names.at(-1);
  if (!newest) return null;
  const text = await readFile(join(directory, newest), 'utf8');
  return { checkpoint: JSON.parse(text) as Checkpoint, text };
}
