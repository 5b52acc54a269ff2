import { NestFactory } from '@nestjs/core';
import type { INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NestLog, requestLog, requirePermissions } from '@platform/http';
import { serveAssets } from './assets.js';
import { securityHeaders } from './security-headers.js';
import { VERIFIER_SETTINGS, isHttps } from './verifier-settings.js';
import type { VerifierSetup } from './verifier-settings.js';
import { VerifierModule } from './verifier.module.js';

/** The verifier as an application that is ready to listen or to be handed requests. */
export async function createVerifier(setup: VerifierSetup): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(VerifierModule.with(setup), { logger: new NestLog(setup.logger), abortOnError: false, bodyParser: false });
  prepareVerifier(app);
  requirePermissions(app);
  await app.init();
  return app;
}

/**
 * What runs before any route; to be called before `init`. There is no protection against cross-site requests because there is nothing to protect:
 * no session, no cookie that means anything, no request that changes a row. A forged upload only shows the forger's own victim a report.
 */
export function prepareVerifier(given: INestApplication): void {
  const app = given as NestExpressApplication;
  const settings = app.get<VerifierSetup>(VERIFIER_SETTINGS, { strict: false });
  const https = isHttps(settings);
  // Behind https there is a proxy; only one on a private address is believed about the caller's own.
  app.set('trust proxy', https ? 'loopback, linklocal, uniquelocal' : false);
  app.disable('x-powered-by');
  app.use(requestLog(settings.logger));
  app.use(securityHeaders(https));
  serveAssets(app);
}
