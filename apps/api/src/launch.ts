import 'reflect-metadata';
import { ConfigError, loadConfig } from '@platform/config';
import { databaseProblem } from '@platform/database';
import { createLogger } from '@platform/http';
import { createApi } from './create-api.js';

/** The API as a process of its own, beside any number of others, on an outside database. */
export async function main(): Promise<void> {
  try {
    const config = loadConfig(process.env, ['runtime']);
    if (!config.databaseUrlRuntime) throw new ConfigError(['DATABASE_URL_RUNTIME must be set for an API of its own; `npm start` runs all doors with an embedded database']);
    const logger = createLogger(config.logLevel, 'api');
    const app = await createApi({ config, databaseUrls: { runtime: config.databaseUrlRuntime }, logger });
    app.enableShutdownHooks();
    await app.listen(config.port, config.host);
    logger.info({ port: config.port, host: config.host }, 'the API is open');
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : databaseProblem(error) ?? (error as Error).stack}\n`);
    process.exit(1);
  }
}
