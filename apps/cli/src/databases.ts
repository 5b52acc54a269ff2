import { mkdirSync } from 'node:fs';
import type { Config } from '@platform/config';
import { dataSource, runningLocalDatabase, startLocalDatabase } from '@platform/database';
import type { RoleUrls } from '@platform/database';
import { installQueue } from '@platform/jobs';
import type { Terminal } from './terminal.js';

export interface OpenDatabase {
  readonly urls: RoleUrls;
  /** Migrations that opening it ran. */
  readonly migrated: readonly string[];
}

/**
 * Gives `work` the database of this installation: the configured one, the embedded one that `npm start` is running, or the embedded one started
 * for this command alone and stopped after it, also on Ctrl-C.
 */
export async function withDatabase<T>(config: Config, { err, t }: Terminal, work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  if (!config.embedded) return work({ urls: configured(config), migrated: [] });
  const running = runningLocalDatabase(config.dataDir);
  if (running && await answers(running.kenshu_runtime)) return work({ urls: running, migrated: [] });
  mkdirSync(config.dataDir, { recursive: true });
  err(t('cli.database.starting', { dir: config.dataDir }));
  const database = await startLocalDatabase({ dataDir: config.dataDir, binDir: config.pgBinDir, install: installQueue, log: { info: () => undefined, warn: err } });
  const forget = onSignal(() => database.stop());
  try {
    return await work(database);
  } finally {
    forget();
    await database.stop();
  }
}

function configured(config: Config): RoleUrls {
  return {
    kenshu_owner: config.databaseUrl, kenshu_runtime: config.databaseUrlRuntime, kenshu_sealer: config.databaseUrlSealer,
    kenshu_verifier: config.databaseUrlVerifier, kenshu_ops: config.databaseUrlOps,
  } as RoleUrls; // loadConfig has refused a set with gaps
}

/** The addresses outlive the server that wrote them. */
async function answers(url: string): Promise<boolean> {
  try {
    await (await dataSource(url, { max: 1 }).initialize()).destroy();
    return true;
  } catch {
    return false;
  }
}

function onSignal(stop: () => Promise<unknown>): () => void {
  const end = (signal: NodeJS.Signals): void => void stop().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  process.once('SIGINT', end).once('SIGTERM', end);
  return () => void process.off('SIGINT', end).off('SIGTERM', end);
}
