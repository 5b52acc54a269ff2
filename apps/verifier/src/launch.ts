import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { ConfigError, loadConfig } from '@platform/config';
import type { Config } from '@platform/config';
import { databaseProblem, runningLocalDatabase } from '@platform/database';
import { createLogger } from '@platform/http';
import type { Logger } from '@platform/http';
import { createVerifier } from './create-verifier.js';

/** The public page as a process of its own, holding no password but that of kenshu_verifier. */
export async function main(): Promise<void> {
  try {
    const config = loadConfig(process.env, ['verifier']);
    await listen(config, createLogger(config.logLevel, 'verifier'));
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : databaseProblem(error) ?? `The verifier could not start: ${(error as Error).stack}`}\n`);
    process.exitCode = 1;
  }
}

async function listen(config: Config, logger: Logger): Promise<void> {
  const { publicUrl, defaultLanguage, defaultTimeZone, trustAnchor, rateLimitFactor } = config;
  const verifierUrl = config.databaseUrlVerifier ?? runningLocalDatabase(config.dataDir)?.kenshu_verifier;
  if (!verifierUrl) throw new ConfigError(['DATABASE_URL_VERIFIER must be set, or the embedded database must be running (npm start)']);
  const anchorPem = trustAnchor === undefined ? undefined : [readFileSync(trustAnchor, 'utf8')];
  const app = await createVerifier({ verifierUrl, publicUrl, logger, anchorPem, defaultLanguage, defaultTimeZone, rateLimitFactor });
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
  logger.info({ port: config.port }, `listening on ${publicUrl}/verify`);
}
