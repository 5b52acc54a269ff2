import 'reflect-metadata';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { ConfigError, loadConfig, masterKey } from '@platform/config';
import type { Config } from '@platform/config';
import { databaseProblem } from '@platform/database';
import { NestLog, createLogger } from '@platform/http';
import type { Logger } from '@platform/http';
import { Worker } from './worker.js';
import { WorkerModule } from './worker.module.js';

/** A worker as a process of its own. It answers /healthz on PORT and nothing else; SIGTERM lets running jobs finish. */
export async function launch(): Promise<void> {
  try {
    const config = loadConfig(process.env, ['runtime', 'sealer', 'ops']);
    if (config.embedded) throw new ConfigError(['DATABASE_URL_RUNTIME, DATABASE_URL_SEALER and DATABASE_URL_OPS are needed: a worker alone starts no database.']);
    await run(config, createLogger(config.logLevel, 'worker'));
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : databaseProblem(error) ?? (error as Error).stack}\n`);
    process.exit(1);
  }
}

async function run(config: Config, logger: Logger): Promise<void> {
  const app = await NestFactory.createApplicationContext(WorkerModule.with({
    config, logger, masterKey: masterKey(config), runtimeUrl: config.databaseUrlRuntime!, sealerUrl: config.databaseUrlSealer!, opsUrl: config.databaseUrlOps!,
    filesDir: join(config.dataDir, 'files'), mailboxDir: join(config.dataDir, 'mailbox'), chromiumDir: join(config.dataDir, 'chromium'),
    checkpointDir: join(config.dataDir, 'checkpoints'), trustDir: join(config.dataDir, 'trust'),
  }), { logger: new NestLog(logger), abortOnError: false });
  await app.get(Worker).start();
  const health = createServer((request, response) => {
    response.writeHead(request.url === '/healthz' ? 200 : 404, { 'content-type': 'application/json' });
    response.end(request.url === '/healthz' ? '{"status":"ok"}' : '{}');
  }).listen(config.port, config.host);
  logger.info({}, 'worker started');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => { health.close(); void app.close().then(() => process.exit(0)); });
  }
}
