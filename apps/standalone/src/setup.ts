import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { masterKey, sessionSecret } from '@platform/config';
import type { Config } from '@platform/config';
import { migrate, startLocalDatabase } from '@platform/database';
import type { LocalDatabase, RoleUrls } from '@platform/database';
import type { Logger } from '@platform/http';
import { installQueue } from '@platform/jobs';
import type { WorkerSetup } from '../../worker/src/index.js';


/** What every door of this process is given: addresses, secrets and places. */
export interface Setup {
  readonly config: Config;
  readonly urls: RoleUrls;
  readonly masterKey: Buffer;
  readonly sessionSecret: string;
  readonly migrated: readonly string[];
  /** Where the unpacked browser is kept. */
  readonly chromiumDir: string;
  stop(): Promise<void>;
  /** For a throw-away run: nothing is left of the database. */
  destroy(): Promise<void>;
}

export interface SetUpOptions {
  /** For a throw-away run: nothing is synced to disk. */
  readonly fast?: boolean;
  readonly discard?: boolean;
  /** Where to keep the unpacked browser, when not in the data directory. */
  readonly chromiumDir?: string;
}

/** Starts or finds the database and brings it to this version. */
export async function setUp(config: Config, logger: Logger, options: SetUpOptions = {}): Promise<Setup> {
  mkdirSync(config.dataDir, { recursive: true });
  const database = config.embedded ? await local(config, logger, options) : await outside(config);
  const chromiumDir = options.chromiumDir ?? places(config.dataDir).chromium;
  return { config, ...database, chromiumDir, masterKey: masterKey(config), sessionSecret: sessionSecret(config) };
}

function local(config: Config, logger: Logger, { fast, discard }: SetUpOptions): Promise<LocalDatabase> {
  const log = { info: (message: string) => logger.info(message), warn: (message: string) => logger.warn(message) };
  return startLocalDatabase({ dataDir: config.dataDir, binDir: config.pgBinDir, log, install: installQueue, fast, discard });
}

async function outside(config: Config): Promise<LocalDatabase> {
  const urls = {
    kenshu_owner: config.databaseUrl, kenshu_runtime: config.databaseUrlRuntime, kenshu_sealer: config.databaseUrlSealer,
    kenshu_verifier: config.databaseUrlVerifier, kenshu_ops: config.databaseUrlOps,
  } as RoleUrls; // loadConfig has refused a set with gaps
  const migrated = await migrate({ ownerUrl: urls.kenshu_owner, install: installQueue });
  return { urls, migrated, stop: async () => undefined, destroy: async () => undefined };
}

/** Where this process keeps files that are not in the database. */
export const places = (dataDir: string): Record<'files' | 'mailbox' | 'chromium' | 'checkpoints' | 'trust', string> => ({
  files: join(dataDir, 'files'), mailbox: join(dataDir, 'mailbox'), chromium: join(dataDir, 'chromium'), checkpoints: join(dataDir, 'checkpoints'),
  trust: join(dataDir, 'trust'),
});

export function workerSetup({ config, urls, masterKey: key, chromiumDir }: Setup, logger: Logger): WorkerSetup {
  const { files, mailbox, checkpoints, trust } = places(config.dataDir);
  return {
    config, logger, masterKey: key, runtimeUrl: urls.kenshu_runtime, sealerUrl: urls.kenshu_sealer, opsUrl: urls.kenshu_ops,
    filesDir: files, mailboxDir: mailbox, chromiumDir, checkpointDir: checkpoints, trustDir: trust,
  };
}

export { Worker, WorkerModule } from '../../worker/src/index.js';
