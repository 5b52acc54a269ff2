import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.js';
import { ConfigError, problemWith } from './load-config.js';

/** 32 random bytes in base64, made once and kept in DATA_DIR/secrets (0600). */
function kept(dataDir: string, name: string): string {
  const directory = join(dataDir, 'secrets');
  const file = join(directory, name);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const side = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  writeFileSync(side, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(side, file); // fails if another process was first: then its secret is the one
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(side);
  }
  return readFileSync(file, 'utf8');
}

function secret(config: Config, field: 'sessionSecret' | 'masterKey', name: string): string {
  const given = config[field];
  if (given) return given;
  if (config.embedded) return kept(config.dataDir, name);
  // Several machines share an outside database: a secret made by each of them would fit none of the others.
  throw new ConfigError([problemWith(field, 'must be set, because DATABASE_URL is')]);
}

/** @throws ConfigError when an outside database is used and SESSION_SECRET is not set */
export function sessionSecret(config: Config): string {
  return secret(config, 'sessionSecret', 'session-secret');
}

/** 32 bytes; for the worker only. @throws ConfigError when an outside database is used and MASTER_KEY is not set */
export function masterKey(config: Config): Buffer {
  return Buffer.from(secret(config, 'masterKey', 'master-key'), 'base64');
}
