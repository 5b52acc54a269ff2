import type { INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createDoor, isHttps, prepareDoor } from '@platform/http';
import { serveAssets } from './assets.js';
import { securityHeaders } from './security-headers.js';
import { VERIFIER_SETTINGS } from './verifier-settings.js';
import type { VerifierSetup } from './verifier-settings.js';
import { VerifierModule } from './verifier.module.js';

/** The verifier as an application that is ready to listen or to be handed requests. */
export function createVerifier(setup: VerifierSetup): Promise<NestExpressApplication> {
  return createDoor(VerifierModule.with(setup), { logger: setup.logger, bodyParser: false }, prepareVerifier);
}

/**
 * What runs before any route; to be called before `init`. There is no protection against cross-site requests because there is nothing to protect:
 * no session, no cookie that means anything, no request that changes a row. A forged upload only shows the forger's own victim a report.
 */
export function prepareVerifier(given: INestApplication): void {
  const app = given as NestExpressApplication;
  const settings = app.get<VerifierSetup>(VERIFIER_SETTINGS, { strict: false });
  const https = isHttps(settings);
  prepareDoor(app, settings);
  app.use(securityHeaders(https));
  serveAssets(app);
}
