import 'reflect-metadata';
import { ConfigError, loadConfig } from '@platform/config';
import { databaseProblem } from '@platform/database';
import { createLogger } from '@platform/http';
import { createPortal } from './create-portal.js';

/** The portal as a process of its own, beside any number of others, on an outside database. */
export async function main(): Promise<void> {
  try {
    const config = loadConfig(process.env, ['runtime']);
    if (!config.databaseUrlRuntime) throw new ConfigError(['DATABASE_URL_RUNTIME must be set for a portal of its own; `npm start` runs all doors with an embedded database']);
    const logger = createLogger(config.logLevel, 'portal');
    const app = await createPortal({ config, databaseUrls: { runtime: config.databaseUrlRuntime }, logger });
    app.enableShutdownHooks();
    await app.listen(config.port, config.host);
    logger.info({ port: config.port, host: config.host }, 'the portal is open');
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : databaseProblem(error) ?? (error as Error).stack}\n`);
    process.exit(1);
  }
}
